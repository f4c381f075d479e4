package org.safeguard.kubernetes;

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
record Grants(
    List<PolicyRule> rules, List<Reading> readings, List<Reading> admin, Optional<Cause> gap) {

  Grants {
    rules = List.copyOf(rules);
    readings = List.copyOf(readings);
    admin = List.copyOf(admin);
  }

  /// Notes the rules; one that is missing could be the one that matters, so a gap hides them all.
  List<PolicyRule> rules(Trace trace, String component, Reading otherwise) {
    trace.read(component, readings.isEmpty() ? List.of(otherwise) : readings);
    trace.unknown(component, gap);
    return rules;
  }

  /// Notes whether everything is granted, which one binding proves whatever else is missing.
  boolean clusterAdmin(Trace trace, Reading otherwise) {
    if (admin.isEmpty()) {
      trace.read("clusterAdmin", readings.isEmpty() ? List.of(otherwise) : readings);
      trace.unknown("clusterAdmin", gap);
      return false;
    }
    trace.read("clusterAdmin", admin);
    return true;
  }
}
