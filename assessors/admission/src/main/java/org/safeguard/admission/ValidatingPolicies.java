package org.safeguard.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Selector;
import org.safeguard.objects.Value;

/// ValidatingAdmissionPolicy and its bindings
/// (Kubernetes documentation, "Validating Admission Policy").
/// A policy without a binding does nothing, and a binding without `Deny` refuses nothing.
final class ValidatingPolicies implements Policies {

  private final Engines engines;
  private final Meanings meanings;

  ValidatingPolicies(Engines engines, Meanings meanings) {
    this.engines = engines;
    this.meanings = meanings;
  }

  @Override
  public List<PolicyDraft> read() {
    List<PolicyDraft> drafts = new ArrayList<>();
    engines.objects().placesOf(Engines.POLICY).forEach(place -> drafts.add(policy(place)));
    engines
        .objects()
        .placesOf(Engines.MUTATING_POLICY)
        .forEach(place -> drafts.add(mutating(place)));
    return drafts;
  }

  private PolicyDraft mutating(Place place) {
    return new PolicyDraft(place, "mutating-admission-policy", "mutate")
        .mode("off")
        .inForce(bound(place, Engines.MUTATING_BINDING));
  }

  private PolicyDraft policy(Place place) {
    PolicyDraft draft = new PolicyDraft(place, "validating-admission-policy", "validate");
    List<Place> bindings = bindings(place, Engines.BINDING);
    Judgement force = bound(place, Engines.BINDING);
    for (Place binding : bindings) {
      Parameters parameters = parameters(place, binding);
      for (Action action : actions(binding)) {
        draft.guard(guard(place, binding, action, parameters));
      }
      draft.read("mode", binding.at("spec", "validationActions"));
      force = force.and(parameters::found);
    }
    if (bindings.isEmpty()) {
      draft.guard(guard(place, place, Action.OFF, new Parameters(Judgement.YES, List.of())));
    }
    return draft.inForce(force).read("failsClosed", place.at("spec", "failurePolicy"));
  }

  private List<Place> bindings(Place policy, ResourceType type) {
    return engines.objects().placesOf(type).stream()
        .filter(
            binding ->
                binding.at("spec", "policyName").text().orElse("").equals(policy.resource().name()))
        .toList();
  }

  private Judgement bound(Place policy, ResourceType type) {
    if (!bindings(policy, type).isEmpty()) {
      return Judgement.YES;
    }
    Optional<Cause> gap = engines.gap(type);
    return gap.isPresent()
        ? new Judgement.Unknown(gap.get())
        : Judgement.no("no binding puts it in force");
  }

  /// Before v1beta1 a binding had no actions and refused.
  private static List<Action> actions(Place binding) {
    List<String> written = binding.at("spec", "validationActions").texts().orElse(List.of("Deny"));
    List<Action> actions = new ArrayList<>();
    for (String action : written) {
      switch (action) {
        case "Deny" -> actions.add(Action.DENY);
        case "Warn" -> actions.add(Action.WARN);
        case "Audit" -> actions.add(Action.AUDIT);
        default -> actions.add(Action.OFF);
      }
    }
    return actions.contains(Action.DENY)
        ? List.of(Action.DENY)
        : actions.stream().limit(1).toList();
  }

  /// The parameters of a binding.
  ///
  /// @param found whether they are there
  /// @param values each of which the policy is evaluated with; none for a policy without parameters
  private record Parameters(Judgement found, List<Map<String, Object>> values) {}

  private Parameters parameters(Place policy, Place binding) {
    Place wanted = policy.at("spec", "paramKind");
    if (!wanted.isSet()) {
      return new Parameters(Judgement.YES, List.of());
    }
    Place reference = binding.at("spec", "paramRef");
    if (!reference.isSet()) {
      return new Parameters(
          Judgement.no("the binding " + binding.resource().name() + " names no parameters"),
          List.of());
    }
    String version = wanted.at("apiVersion").text().orElse("");
    String group = version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
    ResourceType type = new ResourceType(group, wanted.at("kind").text().orElse(""));
    List<Resource> chosen =
        engines.objects().of(type).stream().filter(found -> chosen(reference, found)).toList();
    if (!chosen.isEmpty()) {
      List<Map<String, Object>> values =
          chosen.stream().map(resource -> resource.body().plain()).toList();
      boolean hidden = values.stream().anyMatch(v -> v.toString().contains("(redacted"));
      return hidden
          ? new Parameters(
              Judgement.unresolved(
                  "the parameters of " + policy.resource().name() + " are redacted"),
              List.of())
          : new Parameters(Judgement.YES, values);
    }
    return new Parameters(missing(type, reference), List.of());
  }

  private Judgement missing(ResourceType type, Place reference) {
    Optional<Cause> gap = engines.objects().coverages().gap(type);
    if (gap.isPresent() && gap.get().code() != Cause.Code.ABSENT) {
      return new Judgement.Unknown(gap.get());
    }
    return Judgement.no(
        "its parameters "
            + type.kind()
            + " "
            + reference.at("name").text().orElse("by label")
            + " are missing");
  }

  private boolean chosen(Place reference, Resource candidate) {
    boolean name =
        reference.at("name").text() instanceof Value.Known<String>(Place _, String wanted)
            ? wanted.equals(candidate.name())
            : Selector.read(reference.at("selector"))
                .map(s -> s.matches(labels(candidate)))
                .orElse(false);
    String namespace = reference.at("namespace").text().orElse("");
    return name && (namespace.isEmpty() || namespace.equals(ClusterObjects.namespace(candidate)));
  }

  private Map<String, String> labels(Resource resource) {
    return engines.objects().place(resource).at("metadata", "labels").textMap().orElse(Map.of());
  }

  private Guard guard(Place policy, Place binding, Action action, Parameters parameters) {
    Place constraints = policy.at("spec", "matchConstraints");
    Place resources = binding.at("spec", "matchResources");
    ResourceRules rules = ResourceRules.at(constraints.at("resourceRules"));
    CelPolicy cel = Cel.policy(policy.at("spec"));
    List<CelPolicy> variants =
        parameters.values().isEmpty()
            ? List.of(cel)
            : parameters.values().stream().map(cel::with).toList();
    String text = variants.stream().map(CelPolicy::text).reduce("", String::concat);
    boolean services = rules.want("", "services", "CREATE");
    Function<NamespaceView, Meaning> meaning =
        meanings.byTrial(
            text,
            cel.looksAtNamespaces(),
            (probe, namespace) ->
                (probe.kind().equals("Pod") ? rules.wantsPods() : services)
                    ? acceptedByAll(variants, probe, namespace)
                    : Optional.of(true));
    return new Guard(
        policy,
        "",
        action,
        cel.failsClosed(),
        rules.wantsPods() && bindingWantsPods(resources),
        namespace ->
            matched(constraints, namespace, "the policy")
                .and(() -> matched(resources, namespace, "the binding")),
        _ -> parameters.found(),
        Meaning.seen(meaning, rules.wantsEphemeralContainers()),
        text);
  }

  private static boolean bindingWantsPods(Place resources) {
    return !resources.at("resourceRules").isSet()
        || ResourceRules.at(resources.at("resourceRules")).wantsPods();
  }

  private Optional<Boolean> acceptedByAll(
      List<CelPolicy> variants, Probe probe, Map<String, Object> namespace) {
    boolean told = true;
    for (CelPolicy variant : variants) {
      Optional<Boolean> accepted = variant.accepts(meanings.expressions(), probe, namespace);
      if (accepted.isPresent() && !accepted.get()) {
        return accepted;
      }
      told &= accepted.isPresent();
    }
    return told ? Optional.of(true) : Optional.empty();
  }

  /// Whether a `MatchResources` chooses new pods of a namespace.
  private static Judgement matched(Place match, NamespaceView namespace, String whose) {
    return namespace
        .selectedBy(
            match.at("namespaceSelector"), "the namespace selector of " + whose + " leaves it out")
        .and(() -> everyObject(match, whose))
        .and(
            () ->
                ResourceRules.at(match.at("excludeResourceRules")).wantsPods()
                    ? Judgement.exempt(whose + " excludes pods")
                    : Judgement.YES);
  }

  private static Judgement everyObject(Place match, String whose) {
    return switch (Selector.read(match.at("objectSelector"))) {
      case Value.Absent<Selector> _ -> Judgement.YES;
      case Value.Known<Selector>(Place _, Selector selector) ->
          selector.selectsAll()
              ? Judgement.YES
              : Judgement.no("a label on the pod decides whether " + whose + " sees it");
      case Value.Unreadable<Selector>(Place _, Cause cause) -> new Judgement.Unknown(cause);
    };
  }
}
