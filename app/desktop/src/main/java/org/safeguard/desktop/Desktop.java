package org.safeguard.desktop;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import javafx.scene.Scene;
import org.safeguard.desktop.capture.CaptureView;
import org.safeguard.desktop.capture.CaptureViewModel;
import org.safeguard.desktop.connect.ConnectView;
import org.safeguard.desktop.connect.ConnectViewModel;
import org.safeguard.desktop.connect.PluginQuestion;
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
import org.safeguard.desktop.usecase.CaptureUseCases;
import org.safeguard.model.risk.Risk;
import org.safeguard.model.rule.Severity;
import org.safeguard.model.verdict.Status;

/// Puts the screens together over what the platform and the engine give.
final class Desktop {

  private final RunViewModel run;
  private final EngagementSession session;
  private final CaptureViewModel capture;
  private final ShellViewModel shell;
  private final ShellView view;

  /// What the platform gives.
  record Surroundings(
      Dialogs dialogs,
      Browser browser,
      ClipboardAccess clipboard,
      RecentEngagements recent,
      Themes themes,
      Clock clock,
      Path home) {}

  /// What the engine gives.
  record Engine(AssessmentUseCases assessments, CaptureUseCases captures) {}

  /// Who does the work: a server that does not answer must not hold up the engagement.
  record Workers(TaskRunner work, TaskRunner network) {}

  Desktop(Engine engine, Surroundings platform, Workers workers, Messages messages) {
    Words words = new Words(messages);
    TaskRunner runner = workers.work;
    run = new RunViewModel(runner);
    session =
        new EngagementSession(engine.assessments, run, platform.dialogs, platform.recent, messages);
    PluginQuestion plugins = new PluginQuestion(platform.dialogs);
    capture =
        new CaptureViewModel(
            engine.captures, workers.network, plugins, platform.clock, session, platform.browser);
    ConnectViewModel connect =
        new ConnectViewModel(
            engine.captures,
            workers.network,
            platform.dialogs,
            plugins,
            platform.clock,
            messages,
            platform.home,
            wanted -> capture.start(wanted.options(), wanted.out()));
    shell = new ShellViewModel(session, run, connect, capture);
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
                Screen.CONNECT,
                new ConnectView(connect, messages, shell::back),
                Screen.CAPTURE,
                new CaptureView(capture, messages, words),
                Screen.SOURCE,
                new SourceView(new SourceViewModel(session, platform.dialogs), messages, words),
                Screen.START,
                new StartView(
                    new StartViewModel(session, platform.recent, () -> shell.show(Screen.CONNECT)),
                    messages),
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
    return run.stateProperty().get().active() || capture.stateProperty().get().active();
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
