package org.safeguard.admission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.Place;

/// Kyverno's policies in CEL, group `policies.kyverno.io`
/// ([documentation](https://kyverno.io/docs/policy-types/)).
///
/// @param engines the types
/// @param meanings finds out what they are about
/// @param webhooks of the cluster
record KyvernoCelPolicies(Engines engines, Meanings meanings, Webhooks webhooks)
    implements Policies {

  private static final String GROUP = "policies.kyverno.io";
  private static final Map<String, String> OTHERS =
      Map.of(
          "MutatingPolicy", "mutate",
          "NamespacedMutatingPolicy", "mutate",
          "GeneratingPolicy", "generate",
          "NamespacedGeneratingPolicy", "generate",
          "DeletingPolicy", "delete",
          "NamespacedDeletingPolicy", "delete");

  @Override
  public List<PolicyDraft> read() {
    List<PolicyDraft> drafts = new ArrayList<>();
    for (String kind : List.of("ValidatingPolicy", "NamespacedValidatingPolicy")) {
      places(kind).forEach(place -> drafts.add(validating(place)));
    }
    for (String kind : List.of("ImageValidatingPolicy", "NamespacedImageValidatingPolicy")) {
      places(kind).forEach(place -> drafts.add(images(place)));
    }
    OTHERS.keySet().stream()
        .sorted()
        .forEach(
            kind ->
                places(kind)
                    .forEach(
                        place ->
                            drafts.add(
                                new PolicyDraft(
                                        place, "kyverno", OTHERS.getOrDefault(kind, "mutate"))
                                    .mode("off")
                                    .inForce(Readiness.of(place)))));
    return drafts;
  }

  private List<Place> places(String kind) {
    return engines.objects().placesOf(new ResourceType(GROUP, kind));
  }

  private PolicyDraft validating(Place place) {
    ResourceRules rules = ResourceRules.at(place.at("spec", "matchConstraints", "resourceRules"));
    CelPolicy cel = Cel.policy(place.at("spec"));
    boolean services = rules.want("", "services", "CREATE");
    Function<NamespaceView, Meaning> meaning =
        meanings.byTrial(
            cel.text(),
            cel.looksAtNamespaces(),
            (probe, namespace) ->
                (probe.kind().equals("Pod") ? rules.wantsPods() : services)
                    ? cel.accepts(meanings.expressions(), probe, namespace)
                    : Optional.of(true));
    return draft(place, "validate", rules, cel, meaning);
  }

  private PolicyDraft images(Place place) {
    Place spec = place.at("spec");
    ResourceRules rules = ResourceRules.at(spec.at("matchConstraints", "resourceRules"));
    CelPolicy cel = Cel.policy(spec);
    Meaning meaning = verified(spec, cel.text());
    return draft(place, "verify-images", rules, cel, _ -> meaning);
  }

  /// The functions verify; a policy that never calls one verifies nothing.
  private static Meaning verified(Place spec, String text) {
    boolean every =
        spec.at("matchImageReferences").objects().orElse(List.of()).stream()
            .anyMatch(r -> KyvernoImages.isEvery(r.at("glob").text().orElse("")));
    Map<String, Reach> found = new LinkedHashMap<>();
    if (every) {
      Reach reach =
          new Reach(text.contains("initContainers"), text.contains("ephemeralContainers"));
      if (text.contains("verifyImageSignatures")) {
        found.put("image-signature", reach);
      }
      if (text.contains("verifyAttestationSignatures")) {
        found.put("image-attestation", reach);
      }
    }
    return Meaning.shown(found);
  }

  private PolicyDraft draft(
      Place place,
      String role,
      ResourceRules rules,
      CelPolicy cel,
      Function<NamespaceView, Meaning> meaning) {
    Place spec = place.at("spec");
    List<String> actions = spec.at("validationActions").texts().orElse(List.of("Deny"));
    Action action =
        actions.contains("Deny")
            ? Action.DENY
            : actions.contains("Warn") ? Action.WARN : Action.AUDIT;
    KyvernoExceptions exceptions = new KyvernoExceptions(engines);
    String own =
        place.resource().kind().startsWith("Namespaced") ? place.resource().namespace() : "";
    Guard guard =
        new Guard(
            place,
            "",
            action,
            cel.failsClosed(),
            rules.wantsPods(),
            namespace ->
                own.isEmpty() || own.equals(namespace.name())
                    ? namespace.selectedBy(
                        spec.at("matchConstraints", "namespaceSelector"),
                        "the namespace selector of the policy leaves it out")
                    : Judgement.no("it is a policy of another namespace"),
            namespace ->
                Readiness.of(place)
                    .and(() -> webhooks.guards("kyverno", namespace))
                    .and(() -> exceptions.leaves(place.resource().name(), "", namespace)),
            meaning,
            cel.text());
    PolicyDraft draft = new PolicyDraft(place, "kyverno", role).guard(guard);
    exceptions.gap().ifPresent(cause -> draft.unknown("exceptions", cause));
    return draft
        .inForce(Readiness.of(place))
        .exceptions(exceptions.naming(place.resource().name()))
        .read("mode", spec.at("validationActions"))
        .read("failsClosed", spec.at("failurePolicy"));
  }
}
