package org.safeguard.desktop.overview;

import org.safeguard.model.risk.Risk;
import org.safeguard.model.rule.Severity;
import org.safeguard.model.verdict.Status;

/// Where the figures of the overview lead.
public interface OverviewLinks {

  /// Shows every verdict of one status.
  void verdicts(Status status);

  /// Shows the failed verdicts of one severity.
  void failures(Severity severity);

  /// Shows the failed verdicts behind a risk.
  void findings(Risk risk);
}
