package org.safeguard.desktop.overview;

import java.util.List;
import org.safeguard.model.fact.Cause;

/// What was not assessed for one sort of cause.
///
/// @param code the sort of cause
/// @param verdicts how many verdicts it left open
/// @param details what is missing, most verdicts first
public record Gap(Cause.Code code, int verdicts, List<Detail> details) {

  public Gap {
    details = List.copyOf(details);
  }

  /// One missing thing.
  ///
  /// @param text in plain words
  /// @param verdicts how many verdicts it left open
  public record Detail(String text, int verdicts) {}
}
