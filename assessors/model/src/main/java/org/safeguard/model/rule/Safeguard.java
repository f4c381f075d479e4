package org.safeguard.model.rule;

import java.util.List;

/// A statement about containers that can be examined, asked or attested.
///
/// @param id such as `ACC-01`
/// @param family such as `Access control`
/// @param statement what holds where the safeguard is in place
/// @param citations ids of [Citation]s it serves
/// @param examine what a snapshot can show, empty for nothing
/// @param ask what must be asked or attested
/// @param importable what else could be imported as evidence
/// @param threat the threat it stands against
public record Safeguard(
    String id,
    String family,
    String statement,
    List<String> citations,
    String examine,
    String ask,
    String importable,
    Threat threat) {

  public Safeguard {
    citations = List.copyOf(citations);
  }
}
