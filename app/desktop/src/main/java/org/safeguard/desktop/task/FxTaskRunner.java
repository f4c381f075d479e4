package org.safeguard.desktop.task;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.util.Duration;
import org.safeguard.model.progress.CancelledException;

/// Runs work as JavaFX tasks, one at a time, so that two tasks never use an engagement file
/// together.
public final class FxTaskRunner implements TaskRunner, AutoCloseable {

  private static final Duration SHOWN_EVERY = Duration.millis(100);

  private final Failures failures;
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("safeguard-work").daemon().factory());

  public FxTaskRunner(Failures failures) {
    this.failures = failures;
  }

  @Override
  public <T> RunningTask start(Work<T> work, TaskEvents<T> events) {
    assert Platform.isFxApplicationThread();
    WorkTask<T> task = new WorkTask<>(work);
    Timeline shown = new Timeline(new KeyFrame(SHOWN_EVERY, _ -> task.latest(events::progressed)));
    shown.setCycleCount(Animation.INDEFINITE);
    task.setOnSucceeded(
        _ -> {
          shown.stop();
          task.latest(events::progressed);
          events.succeeded(task.getValue());
        });
    task.setOnFailed(
        _ -> {
          shown.stop();
          task.latest(events::progressed);
          tell(task.getException(), events);
        });
    shown.play();
    executor.execute(task);
    return task::stop;
  }

  /// Lets running work end on its own; its thread does not keep the program alive.
  @Override
  public void close() {
    executor.shutdown();
  }

  private void tell(Throwable thrown, TaskEvents<?> events) {
    if (thrown instanceof CancelledException) {
      events.cancelled();
    } else {
      events.failed(failures.of(thrown));
    }
  }
}
