package org.safeguard.desktop.overview;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.safeguard.desktop.session.EngagementSession;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.risk.Risk;
import org.safeguard.model.rule.Severity;
import org.safeguard.model.verdict.Status;

/// The figures of the open engagement's latest run.
public final class OverviewViewModel {

  private final EngagementSession session;
  private final OverviewLinks links;
  private final ReadOnlyObjectWrapper<@Nullable Overview> overview = new ReadOnlyObjectWrapper<>();

  public OverviewViewModel(EngagementSession session, OverviewLinks links) {
    this.session = session;
    this.links = links;
    session.assessmentProperty().subscribe(this::show);
  }

  // Properties

  /// Null while nothing was assessed.
  ReadOnlyObjectProperty<@Nullable Overview> overviewProperty() {
    return overview.getReadOnlyProperty();
  }

  // Commands

  void assessFile() {
    session.assessFile();
  }

  void assessFolder() {
    session.assessFolder();
  }

  void showVerdicts(Status status) {
    links.verdicts(status);
  }

  void showFailures(Severity severity) {
    links.failures(severity);
  }

  void showFindings(Risk risk) {
    links.findings(risk);
  }

  private void show(@Nullable Assessment assessment) {
    overview.set(assessment == null ? null : Overview.of(assessment));
  }
}
