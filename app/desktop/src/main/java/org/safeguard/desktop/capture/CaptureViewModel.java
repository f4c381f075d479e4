package org.safeguard.desktop.capture;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.safeguard.capture.CaptureOptions;
import org.safeguard.capture.ExecApproval;
import org.safeguard.capture.TypeProgress;
import org.safeguard.desktop.platform.Browser;
import org.safeguard.desktop.session.EngagementSession;
import org.safeguard.desktop.task.Failure;
import org.safeguard.desktop.task.RunningTask;
import org.safeguard.desktop.task.TaskEvents;
import org.safeguard.desktop.task.TaskRunner;
import org.safeguard.desktop.usecase.CaptureUseCases;
import org.safeguard.desktop.usecase.Captured;
import org.safeguard.desktop.usecase.CoverageOrder;
import org.safeguard.model.snapshot.ResourceType;

/// A capture: how far each type is, and what came of it.
public final class CaptureViewModel {

  private final CaptureUseCases captures;
  private final TaskRunner runner;
  private final ExecApproval approval;
  private final Clock clock;
  private final EngagementSession session;
  private final Browser browser;

  private final ReadOnlyObjectWrapper<CaptureState> state =
      new ReadOnlyObjectWrapper<>(CaptureState.IDLE);
  private final ReadOnlyObjectWrapper<CaptureTotals> totals =
      new ReadOnlyObjectWrapper<>(CaptureTotals.NONE);
  private final ReadOnlyObjectWrapper<@Nullable Captured> outcome = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
  private final ObservableList<CaptureRow> rows = FXCollections.observableArrayList();
  private final ObservableList<CaptureRow> rowsShown =
      FXCollections.unmodifiableObservableList(rows);
  private final Map<ResourceType, Integer> places = new HashMap<>();

  private CaptureFeed feed = new CaptureFeed();
  private Instant started = Instant.EPOCH;
  private @Nullable Request request;
  private @Nullable RunningTask running;

  private record Request(CaptureOptions options, Path out, boolean resume) {}

  public CaptureViewModel(
      CaptureUseCases captures,
      TaskRunner runner,
      ExecApproval approval,
      Clock clock,
      EngagementSession session,
      Browser browser) {
    this.captures = captures;
    this.runner = runner;
    this.approval = approval;
    this.clock = clock;
    this.session = session;
    this.browser = browser;
  }

  // Properties

  public ReadOnlyObjectProperty<CaptureState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<CaptureTotals> totalsProperty() {
    return totals.getReadOnlyProperty();
  }

  /// What came of it, while the state is `DONE`.
  ReadOnlyObjectProperty<@Nullable Captured> outcomeProperty() {
    return outcome.getReadOnlyProperty();
  }

  /// Why there is no bundle, while the state is `FAILED`.
  ReadOnlyObjectProperty<@Nullable Failure> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /// By type while it goes on; what is missing first when it is over.
  ObservableList<CaptureRow> rows() {
    return rowsShown;
  }

  /// The context that is captured.
  String context() {
    String name = request == null ? null : request.options.context();
    return name == null ? "" : name;
  }

  /// The bundle that it goes into.
  public Path bundle() {
    return request == null ? Path.of("") : request.out;
  }

  // Commands

  /// Starts a capture unless one still goes on.
  public void start(CaptureOptions options, Path out) {
    start(new Request(options, out, false));
  }

  /// Asks it to stop; what was read is still written.
  public void cancel() {
    if (state.get() == CaptureState.RUNNING && running != null) {
      state.set(CaptureState.STOPPING);
      running.cancel();
    }
  }

  /// Keeps what the bundle holds and reads the rest.
  void captureTheRest() {
    if (request != null && state.get() == CaptureState.DONE) {
      start(new Request(request.options, request.out, true));
    }
  }

  /// Does again what failed or was stopped.
  void tryAgain() {
    if (request != null) {
      start(request);
    }
  }

  /// Reads the bundle, shows what it holds and leads to the assessment.
  void assess() {
    if (outcome.get() != null) {
      session.read(List.of(outcome.get().bundle()));
    }
  }

  void showInFolder() {
    Path folder = bundle().toAbsolutePath().getParent();
    if (folder != null) {
      browser.open(folder);
    }
  }

  /// Leaves what is over.
  public void leave() {
    if (!state.get().active()) {
      state.set(CaptureState.IDLE);
    }
  }

  /// Lets the clock on the screen go on.
  void tick() {
    if (state.get().active()) {
      totals.set(totals.get().at(elapsed()));
    }
  }

  private void start(Request wanted) {
    if (state.get().active()) {
      return;
    }
    request = wanted;
    started = clock.instant();
    rows.clear();
    places.clear();
    outcome.set(null);
    failure.set(null);
    totals.set(CaptureTotals.NONE);
    CaptureFeed fresh = new CaptureFeed();
    feed = fresh;
    state.set(CaptureState.RUNNING);
    running =
        runner.start(
            progress -> {
              fresh.wakes(progress);
              return captures.capture(
                  wanted.options, wanted.out, wanted.resume, approval, fresh, fresh);
            },
            new Events());
  }

  private void showNews() {
    CaptureFeed.News news = feed.take();
    if (!news.types().isEmpty()) {
      rows.setAll(news.types().stream().map(CaptureRow::waiting).toList());
      for (int i = 0; i < rows.size(); i++) {
        places.put(rows.get(i).type(), i);
      }
    }
    news.changed().forEach(this::showProgress);
    totals.set(CaptureTotals.of(rows, news.requests(), elapsed(), news.message()));
  }

  private void showProgress(TypeProgress progress) {
    Integer place = places.get(progress.type());
    CaptureRow row = CaptureRow.of(progress);
    if (place == null) {
      places.put(progress.type(), rows.size());
      rows.add(row);
    } else {
      rows.set(place, row);
    }
  }

  private void showOutcome(Captured captured) {
    rows.setAll(
        captured.coverage().stream().sorted(CoverageOrder.GAPS_FIRST).map(CaptureRow::of).toList());
    long requests = Math.max(totals.get().requests(), captured.requests());
    totals.set(CaptureTotals.of(rows, requests, elapsed(), ""));
    outcome.set(captured);
  }

  private Duration elapsed() {
    return Duration.between(started, clock.instant());
  }

  private final class Events implements TaskEvents<Captured> {
    @Override
    public void progressed(String message, double fraction) {
      showNews();
    }

    @Override
    public void succeeded(Captured captured) {
      showNews();
      showOutcome(Objects.requireNonNull(captured));
      state.set(CaptureState.DONE);
    }

    @Override
    public void cancelled() {
      state.set(CaptureState.CANCELLED);
    }

    @Override
    public void failed(Failure why) {
      showNews();
      failure.set(why);
      state.set(CaptureState.FAILED);
    }
  }
}
