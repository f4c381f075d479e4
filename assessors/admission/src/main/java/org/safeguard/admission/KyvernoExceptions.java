package org.safeguard.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.Place;

/// Exceptions from Kyverno's policies, of both groups
/// ([documentation](https://kyverno.io/docs/exceptions/)). They have no end of their own; the label
/// or the annotation of the clean-up controller gives them one.
record KyvernoExceptions(Engines engines) {

  static final ResourceType OLD = new ResourceType("kyverno.io", "PolicyException");
  static final ResourceType NEW = new ResourceType("policies.kyverno.io", "PolicyException");
  private static final String ENDS = "cleanup.kyverno.io/ttl";

  List<Place> all() {
    List<Place> all = new ArrayList<>(engines.objects().placesOf(OLD));
    all.addAll(engines.objects().placesOf(NEW));
    return all;
  }

  /// Exceptions that name a policy, as `namespace/name`.
  List<String> naming(String policy) {
    return all().stream()
        .filter(exception -> names(exception, policy, ""))
        .map(e -> e.resource().namespace() + "/" + e.resource().name())
        .toList();
  }

  /// Why exceptions may be missing.
  Optional<Cause> gap() {
    return engines.gap(OLD).or(() -> engines.gap(NEW));
  }

  /// Whether a rule holds for every pod of a namespace in spite of all exceptions.
  Judgement leaves(String policy, String rule, NamespaceView namespace) {
    for (Place exception : all()) {
      if (names(exception, policy, rule) && freesAll(exception, namespace)) {
        return Judgement.exempt(
            "the exception " + exception.resource().name() + " frees every pod of the namespace");
      }
    }
    Optional<Cause> gap = gap();
    return gap.isPresent() ? new Judgement.Unknown(gap.get()) : Judgement.YES;
  }

  List<PolicyDraft> drafts() {
    return all().stream().map(KyvernoExceptions::draft).toList();
  }

  private static PolicyDraft draft(Place exception) {
    Place label = exception.at("metadata", "labels", ENDS);
    Place match = exception.at("spec", "match");
    return new PolicyDraft(exception, "kyverno", "exception")
        .mode("off")
        .expiry(label.text().orElse(""), label)
        .broad(isBroad(exception), match.isSet() ? match : exception.at("spec"));
  }

  /// Whether it names every policy, or does not say for which objects of which namespaces it is.
  private static boolean isBroad(Place exception) {
    boolean everyPolicy =
        exception.at("spec", "exceptions").objects().orElse(List.of()).stream()
            .anyMatch(e -> e.at("policyName").text().orElse("").equals("*"));
    if (everyPolicy) {
      return true;
    }
    if (!exception.at("spec", "exceptions").isSet()) {
      return !exception.at("spec", "matchConditions").isSet();
    }
    Place match = exception.at("spec", "match");
    List<Place> filters = new ArrayList<>(match.at("any").objects().orElse(List.of()));
    filters.addAll(match.at("all").objects().orElse(List.of()));
    return filters.isEmpty() || filters.stream().anyMatch(KyvernoExceptions::isOpen);
  }

  private static boolean isOpen(Place filter) {
    Place resources = filter.at("resources");
    List<String> names = resources.at("names").texts().orElse(List.of());
    List<String> namespaces = resources.at("namespaces").texts().orElse(List.of());
    boolean named = !names.isEmpty() && !names.contains("*") || resources.at("selector").isSet();
    boolean placed =
        !namespaces.isEmpty() && !namespaces.contains("*")
            || resources.at("namespaceSelector").isSet();
    return !named && !placed;
  }

  private static boolean names(Place exception, String policy, String rule) {
    for (Place each : exception.at("spec", "exceptions").objects().orElse(List.of())) {
      String name = each.at("policyName").text().orElse("").replaceAll("^.*/", "");
      List<String> rules = each.at("ruleNames").texts().orElse(List.of("*"));
      if (Wildcards.matches(name, policy)
          && (rule.isEmpty() || rules.isEmpty() || Wildcards.any(rules, rule))) {
        return true;
      }
    }
    return exception.at("spec", "policyRefs").objects().orElse(List.of()).stream()
        .anyMatch(reference -> reference.at("name").text().orElse("").equals(policy));
  }

  private static boolean freesAll(Place exception, NamespaceView namespace) {
    if (exception.at("spec", "policyRefs").isSet()) {
      return !exception.at("spec", "matchConditions").isSet();
    }
    if (exception.at("spec", "podSecurity").isSet()) {
      return false;
    }
    return new KyvernoMatch(exception.at("spec", "match"))
        .chooses("Pod", "CREATE", namespace)
        .isYes();
  }
}
