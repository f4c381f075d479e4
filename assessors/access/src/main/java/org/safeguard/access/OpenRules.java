package org.safeguard.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.PolicyRule;
import org.safeguard.model.fact.Provenance;
import org.safeguard.model.fact.Reading;
import org.safeguard.objects.Trace;

/// Lists of rules that may not be whole.
public final class OpenRules {

  private static final List<String> COMPONENTS =
      List.of("verbs", "groups", "resources", "resourceNames", "nonResourceURLs");

  private OpenRules() {}

  /// Notes rules as a component. What was found is certain; where there may be more, a rule of
  /// which nothing is known stands for the rest, so that a search finds what is there and nobody
  /// takes the list for whole.
  ///
  /// @param gap why there may be more; empty where this is all
  /// @param near where the rest would be
  public static List<PolicyRule> noted(
      Trace trace, String component, List<PolicyRule> rules, Optional<Cause> gap, Reading near) {
    if (gap.isEmpty()) {
      return rules;
    }
    if (rules.isEmpty()) {
      trace.unknown(component, gap);
      return rules;
    }
    List<PolicyRule> open = new ArrayList<>(rules);
    open.add(unknown(near, gap.get()));
    return open;
  }

  private static PolicyRule unknown(Reading near, Cause cause) {
    Provenance.Builder provenance = Provenance.builder(near.resource(), near.pointer());
    for (String component : COMPONENTS) {
      provenance.read(component, near).unknown(component, cause);
    }
    List<String> none = List.of();
    return new PolicyRule(none, none, none, none, none, provenance.build());
  }
}
