package org.safeguard.access;

import java.util.List;
import org.safeguard.model.fact.PolicyRule;
import org.safeguard.model.fact.Reading;

/// One way by which somebody may do something.
///
/// @param subject who; a group stands for all of its members
/// @param grant by which binding
/// @param rule by which rule of its role
/// @param names for objects of these names only; empty for any
public record Holder(SubjectKey subject, Grant grant, PolicyRule rule, List<String> names) {

  public Holder {
    names = List.copyOf(names);
  }

  /// Where the role says so, or the binding where the role is not in the snapshot.
  public Reading where() {
    return rule.provenance().readings("verbs").getFirst();
  }
}
