package org.safeguard.capture;

import java.util.List;
import org.safeguard.model.snapshot.CapturedList;
import org.safeguard.model.snapshot.Redaction;
import org.safeguard.model.snapshot.TypeCoverage;

/// What came of one type.
///
/// @param coverage of the type
/// @param asAsked whether everything that was asked for was read
/// @param lists that were asked for
/// @param redactions what was taken out
record TypeOutcome(
    TypeCoverage coverage, boolean asAsked, List<CapturedList> lists, List<Redaction> redactions) {

  TypeOutcome {
    lists = List.copyOf(lists);
    redactions = List.copyOf(redactions);
  }
}
