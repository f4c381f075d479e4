package org.safeguard.model.fact;

import java.util.List;

/// Whether one control is enforced in a namespace.
///
/// @param id of the control, such as `privileged`
/// @param enforced whether a policy refuses what breaks it, and nothing known gets by; unknown
///     where a policy may that the snapshot does not tell enough of
/// @param by policies that enforce it
/// @param weak policies about it that do not, each with why
/// @param why the same in one text, for messages
/// @param provenance where the values were read
public record ControlEnforcement(
    String id,
    boolean enforced,
    List<String> by,
    List<String> weak,
    String why,
    Provenance provenance)
    implements Traced {

  public ControlEnforcement {
    by = List.copyOf(by);
    weak = List.copyOf(weak);
  }

  @Override
  public boolean enforced() {
    return provenance.known("enforced", enforced);
  }
}
