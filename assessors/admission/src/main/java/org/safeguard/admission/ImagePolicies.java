package org.safeguard.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.Place;
import org.safeguard.objects.Types;

/// Products that verify images only: Sigstore's policy-controller
/// ([documentation](https://docs.sigstore.dev/policy-controller/overview/)), Ratify and
/// Connaisseur. Ratify only answers Gatekeeper, and Connaisseur keeps its rules in a ConfigMap
/// whose values are not read, so what these two verify is unknown.
///
/// @param engines the types
/// @param webhooks of the cluster
record ImagePolicies(Engines engines, Webhooks webhooks) implements Policies {

  private static final ResourceType VERIFIER =
      new ResourceType("config.ratify.deislabs.io", "Verifier");
  private static final ResourceType EXECUTOR = new ResourceType("config.ratify.dev", "Executor");

  @Override
  public List<PolicyDraft> read() {
    List<PolicyDraft> drafts = new ArrayList<>();
    List<Place> policies = engines.objects().placesOf(Engines.IMAGE_POLICY);
    policies.forEach(place -> drafts.add(sigstore(place, policies)));
    for (ResourceType type : List.of(VERIFIER, EXECUTOR)) {
      engines
          .objects()
          .placesOf(type)
          .forEach(
              place -> drafts.add(new PolicyDraft(place, "ratify", "verify-images").mode("off")));
    }
    engines.objects().placesOf(Types.CONFIG_MAP).stream()
        .filter(place -> place.resource().name().equals("connaisseur-app-config"))
        .forEach(place -> drafts.add(connaisseur(place)));
    return drafts;
  }

  /// It may verify every image or none: that stands in a value that is not read.
  private PolicyDraft connaisseur(Place place) {
    Guard guard =
        new Guard(
            place,
            "",
            Action.DENY,
            true,
            true,
            _ -> Judgement.YES,
            namespace -> webhooks.guards("connaisseur", namespace),
            _ -> Meaning.UNKNOWN,
            "signature");
    return new PolicyDraft(place, "connaisseur", "verify-images").guard(guard);
  }

  private PolicyDraft sigstore(Place place, List<Place> all) {
    boolean warn = place.at("spec", "mode").text().orElse("enforce").equals("warn");
    Meaning meaning = meaning(place, all);
    Guard guard =
        new Guard(
            place,
            "",
            warn ? Action.WARN : Action.DENY,
            true,
            place.at("spec", "match").isSet() ? matchesPods(place) : true,
            _ -> Judgement.YES,
            namespace -> webhooks.guards("sigstore", namespace),
            _ -> meaning,
            String.valueOf(place.resource().body().plain()));
    return new PolicyDraft(place, "sigstore", "verify-images")
        .guard(guard)
        .inForce(registered())
        .read("mode", place.at("spec", "mode"))
        .read("controls", place.at("spec", "authorities"));
  }

  private static boolean matchesPods(Place policy) {
    return policy.at("spec", "match").objects().orElse(List.of()).stream()
        .anyMatch(match -> match.at("resource").text().orElse("").equals("pods"));
  }

  private Judgement registered() {
    if (webhooks.all().stream().anyMatch(w -> w.product().equals("sigstore"))) {
      return Judgement.YES;
    }
    Optional<Cause> gap = webhooks.gap();
    return gap.isPresent()
        ? new Judgement.Unknown(gap.get())
        : Judgement.no("no webhook of policy-controller is registered");
  }

  /// A policy that lets everything pass (`static`) verifies nothing. One for some images counts
  /// when images that no policy matches are refused.
  private Meaning meaning(Place policy, List<Place> all) {
    List<Place> authorities = policy.at("spec", "authorities").objects().orElse(List.of());
    boolean verifies =
        !authorities.isEmpty()
            && authorities.stream().noneMatch(a -> a.at("static").isSet())
            && authorities.stream().allMatch(a -> a.at("key").isSet() || a.at("keyless").isSet());
    boolean every =
        policy.at("spec", "images").objects().orElse(List.of()).stream()
            .map(image -> image.at("glob").text().orElse(""))
            .anyMatch(KyvernoImages::isEvery);
    if (!verifies
        || !every && !(refusesOthers() && all.stream().noneMatch(ImagePolicies::passes))) {
      return Meaning.UNKNOWN;
    }
    boolean attestations =
        authorities.stream()
            .allMatch(a -> !a.at("attestations").objects().orElse(List.of()).isEmpty());
    return Meaning.shown(
        attestations
            ? Map.of("image-signature", Reach.WHOLE, "image-attestation", Reach.WHOLE)
            : Map.of("image-signature", Reach.WHOLE));
  }

  private static boolean passes(Place policy) {
    return policy.at("spec", "authorities").objects().orElse(List.of()).stream()
        .anyMatch(a -> a.at("static", "action").text().orElse("").equals("pass"));
  }

  /// `no-match-policy` of its ConfigMap: only what is known to be `deny` counts.
  private boolean refusesOthers() {
    return engines.objects().placesOf(Types.CONFIG_MAP).stream()
        .filter(place -> place.resource().name().equals("config-policy-controller"))
        .anyMatch(place -> place.at("data", "no-match-policy").text().orElse("").equals("deny"));
  }
}
