package org.safeguard.desktop;

import java.util.Map;
import javafx.scene.Scene;
import org.safeguard.desktop.findings.EvidenceViewModel;
import org.safeguard.desktop.findings.FindingsView;
import org.safeguard.desktop.findings.FindingsViewModel;
import org.safeguard.desktop.look.Themes;
import org.safeguard.desktop.overview.OverviewLinks;
import org.safeguard.desktop.overview.OverviewView;
import org.safeguard.desktop.overview.OverviewViewModel;
import org.safeguard.desktop.platform.Browser;
import org.safeguard.desktop.platform.ClipboardAccess;
import org.safeguard.desktop.platform.Dialogs;
import org.safeguard.desktop.platform.RecentEngagements;
import org.safeguard.desktop.run.RunView;
import org.safeguard.desktop.run.RunViewModel;
import org.safeguard.desktop.session.EngagementSession;
import org.safeguard.desktop.source.SourceView;
import org.safeguard.desktop.source.SourceViewModel;
import org.safeguard.desktop.start.StartView;
import org.safeguard.desktop.start.StartViewModel;
import org.safeguard.desktop.task.TaskRunner;
import org.safeguard.desktop.text.Messages;
import org.safeguard.desktop.text.Words;
import org.safeguard.desktop.usecase.AssessmentUseCases;
import org.safeguard.model.risk.Risk;
import org.safeguard.model.rule.Severity;
import org.safeguard.model.verdict.Status;

/// Puts the screens together over what the platform and the engine give.
final class Desktop {

  private final RunViewModel run;
  private final EngagementSession session;
  private final ShellViewModel shell;
  private final ShellView view;

  /// What the platform gives.
  record Surroundings(
      Dialogs dialogs,
      Browser browser,
      ClipboardAccess clipboard,
      RecentEngagements recent,
      Themes themes) {}

  Desktop(
      AssessmentUseCases useCases, Surroundings platform, TaskRunner runner, Messages messages) {
    Words words = new Words(messages);
    run = new RunViewModel(runner);
    session = new EngagementSession(useCases, run, platform.dialogs, platform.recent, messages);
    shell = new ShellViewModel(session, run);
    FindingsViewModel findings = new FindingsViewModel(session);
    EvidenceViewModel evidence =
        new EvidenceViewModel(
            session, findings, runner, platform.clipboard, platform.browser, messages);
    FindingsView findingsView = new FindingsView(findings, evidence, messages, words);
    view =
        new ShellView(
            shell,
            session,
            platform.themes,
            platform.browser,
            messages,
            findingsView,
            Map.of(
                Screen.SOURCE,
                new SourceView(new SourceViewModel(session, platform.dialogs), messages, words),
                Screen.START,
                new StartView(new StartViewModel(session, platform.recent), messages),
                Screen.RUN,
                new RunView(run, platform.clipboard, messages),
                Screen.OVERVIEW,
                new OverviewView(new OverviewViewModel(session, links(findings)), messages, words),
                Screen.FINDINGS,
                findingsView));
  }

  Scene createScene(double width, double height) {
    return view.createScene(width, height);
  }

  EngagementSession session() {
    return session;
  }

  /// Whether work goes on that closing the window would break off.
  boolean working() {
    return run.stateProperty().get().active();
  }

  private OverviewLinks links(FindingsViewModel findings) {
    return new OverviewLinks() {
      @Override
      public void verdicts(Status status) {
        findings.showVerdicts(status);
        shell.show(Screen.FINDINGS);
      }

      @Override
      public void failures(Severity severity) {
        findings.showFailures(severity);
        shell.show(Screen.FINDINGS);
      }

      @Override
      public void findings(Risk risk) {
        findings.showFindings(risk);
        shell.show(Screen.FINDINGS);
      }
    };
  }
}
