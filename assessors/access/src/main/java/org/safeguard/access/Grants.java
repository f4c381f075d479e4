package org.safeguard.access;

import java.util.List;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.PolicyRule;
import org.safeguard.model.fact.Reading;
import org.safeguard.objects.Trace;

/// What a service account may do.
///
/// @param rules from every binding to it and to the groups that every service account is in
/// @param readings the role references of those bindings
/// @param admin the role references of cluster role bindings that grant everything
/// @param gap why there may be more; empty where this is all
public record Grants(
    List<PolicyRule> rules, List<Reading> readings, List<Reading> admin, Optional<Cause> gap) {

  public Grants {
    rules = List.copyOf(rules);
    readings = List.copyOf(readings);
    admin = List.copyOf(admin);
  }

  /// Notes the rules.
  public List<PolicyRule> rules(Trace trace, String component, Reading otherwise) {
    List<Reading> where = readings.isEmpty() ? List.of(otherwise) : readings;
    trace.read(component, where);
    return OpenRules.noted(trace, component, rules, gap, where.getFirst());
  }

  /// Notes whether everything is granted, which one binding proves whatever else is missing.
  public boolean clusterAdmin(Trace trace, Reading otherwise) {
    if (admin.isEmpty()) {
      trace.read("clusterAdmin", readings.isEmpty() ? List.of(otherwise) : readings);
      trace.unknown("clusterAdmin", gap);
      return false;
    }
    trace.read("clusterAdmin", admin);
    return true;
  }
}
