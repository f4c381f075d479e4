package org.safeguard.desktop;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.safeguard.desktop.capture.CaptureState;
import org.safeguard.desktop.capture.CaptureViewModel;
import org.safeguard.desktop.connect.ConnectViewModel;
import org.safeguard.desktop.run.RunState;
import org.safeguard.desktop.run.RunViewModel;
import org.safeguard.desktop.session.EngagementSession;
import org.safeguard.desktop.usecase.Engagement;
import org.safeguard.desktop.usecase.ReadSource;

/// Which screen is shown. Work shows the run screen until it is over; a fresh engagement leads to
/// its overview.
final class ShellViewModel {

  private final EngagementSession session;
  private final RunViewModel run;
  private final ConnectViewModel connect;
  private final CaptureViewModel capture;
  private final ReadOnlyObjectWrapper<Screen> screen = new ReadOnlyObjectWrapper<>(Screen.START);
  private Screen afterRun = Screen.START;

  ShellViewModel(
      EngagementSession session,
      RunViewModel run,
      ConnectViewModel connect,
      CaptureViewModel capture) {
    this.session = session;
    this.run = run;
    this.connect = connect;
    this.capture = capture;
    capture.stateProperty().subscribe(this::captureChanged);
    run.stateProperty().subscribe(this::runChanged);
    session.engagementProperty().subscribe(this::engagementChanged);
    session.sourcesProperty().subscribe(this::sourcesChanged);
  }

  // Properties

  ReadOnlyObjectProperty<Screen> screenProperty() {
    return screen.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<@Nullable Engagement> engagementProperty() {
    return session.engagementProperty();
  }

  ReadOnlyObjectProperty<@Nullable Path> exportedProperty() {
    return session.exportedProperty();
  }

  /// Whether work goes on or its end is shown, so that nothing else can be started.
  boolean busy() {
    return screen.get() == Screen.RUN || capturing();
  }

  /// Where a capture stands, on which [#busy] depends too.
  ReadOnlyObjectProperty<CaptureState> captureProperty() {
    return capture.stateProperty();
  }

  // Commands

  /// Shows a screen, where there is something to show on it.
  void show(Screen wanted) {
    boolean possible =
        switch (wanted) {
          case START, CONNECT -> true;
          case OVERVIEW -> session.engagementProperty().get() != null;
          case FINDINGS -> session.assessmentProperty().get() != null;
          case SOURCE -> !session.sourcesProperty().get().isEmpty();
          case CAPTURE, RUN -> false;
        };
    if (possible && !busy()) {
      if (wanted == Screen.CONNECT) {
        connect.load();
      }
      screen.set(wanted);
    }
  }

  /// One step back.
  void back() {
    switch (screen.get()) {
      case FINDINGS -> show(Screen.OVERVIEW);
      case OVERVIEW -> show(Screen.START);
      case SOURCE -> session.forgetSources();
      case CONNECT -> {
        connect.leave();
        show(home());
      }
      case CAPTURE -> {
        if (capturing()) {
          capture.cancel();
        } else {
          capture.leave();
        }
      }
      case RUN -> {
        if (run.stateProperty().get().active()) {
          run.cancel();
        } else {
          run.leave();
        }
      }
      case START -> {}
    }
  }

  private void runChanged(RunState state) {
    if (state == RunState.IDLE) {
      if (screen.get() == Screen.RUN) {
        screen.set(afterRun);
      }
    } else if (screen.get() != Screen.RUN) {
      afterRun = screen.get();
      screen.set(Screen.RUN);
    }
  }

  private void sourcesChanged(List<ReadSource> sources) {
    if (!sources.isEmpty()) {
      go(Screen.SOURCE);
    } else if (screen.get() == Screen.SOURCE) {
      go(home());
    }
  }

  private void captureChanged(CaptureState state) {
    if (state != CaptureState.IDLE) {
      screen.set(Screen.CAPTURE);
    } else if (screen.get() == Screen.CAPTURE) {
      go(Screen.CONNECT);
    }
  }

  private boolean capturing() {
    return capture.stateProperty().get().active();
  }

  private Screen home() {
    return session.engagementProperty().get() == null ? Screen.START : Screen.OVERVIEW;
  }

  private void engagementChanged(@Nullable Engagement engagement) {
    go(engagement == null ? Screen.START : Screen.OVERVIEW);
  }

  /// Goes there now, or once the work that is shown is over.
  private void go(Screen wanted) {
    afterRun = wanted;
    if (!busy()) {
      screen.set(wanted);
    }
  }
}
