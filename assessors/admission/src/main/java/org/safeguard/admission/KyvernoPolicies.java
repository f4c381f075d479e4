package org.safeguard.admission;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.Place;

/// ClusterPolicy and Policy of Kyverno, its exceptions and its clean-up policies.
final class KyvernoPolicies implements Policies {

  private static final String ENGINE = "kyverno";
  private static final List<ResourceType> POLICIES =
      List.of(
          new ResourceType("kyverno.io", "ClusterPolicy"),
          new ResourceType("kyverno.io", "Policy"));
  private static final List<ResourceType> CLEANUP =
      List.of(
          new ResourceType("kyverno.io", "ClusterCleanupPolicy"),
          new ResourceType("kyverno.io", "CleanupPolicy"));

  private final Engines engines;
  private final Meanings meanings;
  private final Webhooks webhooks;
  private final KyvernoExceptions exceptions;

  KyvernoPolicies(Engines engines, Meanings meanings, Webhooks webhooks) {
    this.engines = engines;
    this.meanings = meanings;
    this.webhooks = webhooks;
    this.exceptions = new KyvernoExceptions(engines);
  }

  @Override
  public List<PolicyDraft> read() {
    List<PolicyDraft> drafts = new ArrayList<>();
    POLICIES.forEach(
        type -> engines.objects().placesOf(type).forEach(place -> drafts.add(policy(place))));
    CLEANUP.forEach(
        type ->
            engines
                .objects()
                .placesOf(type)
                .forEach(
                    place -> drafts.add(new PolicyDraft(place, ENGINE, "delete").mode("off"))));
    drafts.addAll(exceptions.drafts());
    return drafts;
  }

  private PolicyDraft policy(Place place) {
    List<KyvernoRule> rules =
        place.at("spec", "rules").objects().orElse(List.of()).stream()
            .map(KyvernoRule::new)
            .toList();
    PolicyDraft draft = new PolicyDraft(place, ENGINE, role(rules));
    for (KyvernoRule rule : rules) {
      guards(place, rule).forEach(draft::guard);
    }
    draft
        .inForce(Readiness.of(place).and(() -> registered()))
        .exceptions(exceptions.naming(place.resource().name()))
        .read("mode", place.at("spec", "validationFailureAction"))
        .read("failsClosed", place.at("spec", "failurePolicy"));
    if (draft.guards().isEmpty()) {
      draft.mode("off");
    }
    exceptions.gap().ifPresent(cause -> draft.unknown("exceptions", cause));
    return draft;
  }

  /// Whether Kyverno has a webhook at all.
  private Judgement registered() {
    if (webhooks.all().stream().anyMatch(webhook -> webhook.product().equals(ENGINE))) {
      return Judgement.YES;
    }
    Optional<Cause> gap = webhooks.gap();
    return gap.isPresent()
        ? new Judgement.Unknown(gap.get())
        : Judgement.no("no webhook of kyverno is registered");
  }

  private static String role(List<KyvernoRule> rules) {
    for (String type : List.of("validate", "verifyImages", "mutate", "generate")) {
      if (rules.stream().anyMatch(rule -> rule.is(type))) {
        return type.equals("verifyImages") ? "verify-images" : type;
      }
    }
    return "validate";
  }

  private List<Guard> guards(Place policy, KyvernoRule rule) {
    if (rule.is("generate")) {
      return List.of(generated(policy, rule));
    }
    if (!rule.is("validate") && !rule.is("verifyImages")) {
      return List.of();
    }
    Action action = action(policy, rule);
    List<Guard> guards = new ArrayList<>();
    Map<Place, Action> overrides = overrides(policy, rule);
    guards.add(
        guard(
            policy,
            rule,
            action,
            namespace ->
                overrides.entrySet().stream()
                    .filter(e -> e.getValue() != action && applies(e.getKey(), namespace))
                    .findFirst()
                    .map(e -> Judgement.exempt("for this namespace it " + e.getValue().words()))
                    .orElse(Judgement.YES)));
    overrides.forEach(
        (place, other) -> {
          if (other != action) {
            guards.add(
                guard(
                    policy,
                    rule,
                    other,
                    namespace ->
                        applies(place, namespace)
                            ? Judgement.YES
                            : Judgement.no("its action is for other namespaces")));
          }
        });
    return guards;
  }

  private static boolean applies(Place override, NamespaceView namespace) {
    List<String> names = override.at("namespaces").texts().orElse(List.of());
    return (names.isEmpty() || Wildcards.any(names, namespace.name()))
        && namespace.selectedBy(override.at("namespaceSelector"), "").isYes();
  }

  private static Action action(Place policy, KyvernoRule rule) {
    Place own = rule.place().at("validate", "failureAction");
    String written =
        own.text()
            .or(policy.at("spec", "validationFailureAction").text())
            .or(firstImageAction(rule))
            .orElse("Audit");
    return action(written);
  }

  private static org.safeguard.objects.Value<String> firstImageAction(KyvernoRule rule) {
    List<Place> images = rule.place().at("verifyImages").objects().orElse(List.of());
    return images.isEmpty()
        ? rule.place().at("validate", "failureAction").text()
        : images.getFirst().at("failureAction").text();
  }

  private static Action action(String written) {
    return written.equalsIgnoreCase("enforce") ? Action.DENY : Action.AUDIT;
  }

  private static Map<Place, Action> overrides(Place policy, KyvernoRule rule) {
    Map<Place, Action> overrides = new LinkedHashMap<>();
    List<Place> written =
        new ArrayList<>(
            rule.place().at("validate", "failureActionOverrides").objects().orElse(List.of()));
    written.addAll(
        policy.at("spec", "validationFailureActionOverrides").objects().orElse(List.of()));
    written.forEach(
        place -> overrides.put(place, action(place.at("action").text().orElse("Audit"))));
    return overrides;
  }

  private Guard guard(
      Place policy, KyvernoRule rule, Action action, Function<NamespaceView, Judgement> narrowed) {
    boolean exec = rule.match().names("Pod/exec");
    boolean pods = rule.match().names("Pod");
    String kind = exec && !pods ? "Pod/exec" : kind(rule);
    String operation = operation(kind);
    String name = policy.resource().name();
    return new Guard(
        policy,
        rule.name(),
        action,
        policy.at("spec", "failurePolicy").text().orElse("Fail").equals("Fail"),
        pods,
        namespace ->
            inNamespace(policy, namespace)
                .and(() -> rule.looksAt(kind, operation, namespace))
                .and(() -> narrowed.apply(namespace)),
        namespace ->
            Readiness.of(policy)
                .and(() -> KyvernoImages.coversEvery(rule.place()))
                .and(() -> webhooks.guards(ENGINE, namespace))
                .and(() -> exceptions.leaves(name, rule.name(), namespace)),
        meaning(policy, rule, kind),
        rule.text());
  }

  /// What is done to an object of a kind that a policy could want to refuse.
  private static String operation(String kind) {
    return switch (kind) {
      case "Pod/exec" -> "CONNECT";
      case "Namespace", "Node" -> "UPDATE";
      default -> "CREATE";
    };
  }

  private static String kind(KyvernoRule rule) {
    for (String kind : List.of("Pod", "Service", "Namespace", "Node")) {
      if (rule.match().names(kind)) {
        return kind;
      }
    }
    return "Pod";
  }

  /// A namespaced policy is for its own namespace.
  private static Judgement inNamespace(Place policy, NamespaceView namespace) {
    String own = policy.resource().namespace();
    return policy.resource().kind().equals("ClusterPolicy") || own.equals(namespace.name())
        ? Judgement.YES
        : Judgement.no("it is a policy of another namespace");
  }

  private Function<NamespaceView, Meaning> meaning(Place policy, KyvernoRule rule, String kind) {
    if (rule.is("verifyImages")) {
      Meaning images = KyvernoImages.meaning(rule.place());
      return namespace -> images;
    }
    Place validate = rule.place().at("validate");
    if (kind.equals("Pod/exec")) {
      return namespace ->
          rule.refusesExec(namespace)
              .map(refuses -> refuses ? Meaning.shown(Map.of("exec", Reach.WHOLE)) : Meaning.OTHER)
              .orElse(Meaning.UNKNOWN);
    }
    if (validate.at("podSecurity").isSet()) {
      Meaning level = podSecurity(validate.at("podSecurity"));
      return namespace -> level;
    }
    if (validate.at("manifests").isSet()) {
      return namespace -> Meaning.shown(Map.of("manifest-signature", Reach.WHOLE));
    }
    boolean perNamespace = rule.text().contains("request.namespace");
    return Meanings.either(
        meanings.byTrial(
            rule.text(),
            perNamespace,
            (probe, namespace) -> rule.accepts(meanings.expressions(), probe, namespace)),
        meanings.byName(policy.resource().name(), rule.text()));
  }

  /// The controls of a level but for those that `exclude` names, for some images or for all.
  private Meaning podSecurity(Place rule) {
    String level = rule.at("level").text().orElse("");
    List<String> excluded =
        rule.at("exclude").objects().orElse(List.of()).stream()
            .map(exclude -> exclude.at("controlName").text().orElse(""))
            .toList();
    Map<String, Reach> found = new LinkedHashMap<>();
    for (Control control : meanings.controls().atLevel(level)) {
      if (control.podSecurity().stream().noneMatch(excluded::contains)) {
        found.put(control.id(), Reach.WHOLE);
      }
    }
    return Meaning.shown(found);
  }

  private Guard generated(Place policy, KyvernoRule rule) {
    boolean network =
        rule.place().at("generate", "kind").text().orElse("").equals("NetworkPolicy")
            && rule.match().names("Namespace");
    Meaning meaning =
        network ? Meaning.shown(Map.of("network-policy-generated", Reach.WHOLE)) : Meaning.UNKNOWN;
    return new Guard(
        policy,
        rule.name(),
        network ? Action.DENY : Action.OFF,
        true,
        false,
        namespace -> rule.looksAt("Namespace", "CREATE", namespace),
        namespace -> Readiness.of(policy).and(this::registered),
        namespace -> meaning,
        rule.text());
  }
}
