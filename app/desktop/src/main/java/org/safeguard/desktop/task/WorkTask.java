package org.safeguard.desktop.task;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import javafx.concurrent.Task;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.progress.CancelledException;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.UnreadableInputException;

/// Work as a JavaFX task. It is asked to stop by a flag rather than by `Task.cancel`, because
/// cancelling would call the task over while the work still closes its files.
final class WorkTask<T> extends Task<T> implements Progress {

  private final Work<T> work;
  private final AtomicReference<@Nullable Step> latest = new AtomicReference<>();
  private volatile boolean stopping;

  WorkTask(Work<T> work) {
    this.work = work;
  }

  @Override
  protected T call() throws UnreadableInputException, IOException {
    checkCancelled();
    return work.run(this);
  }

  @Override
  public void report(String message, double fraction) {
    latest.set(new Step(message, fraction));
  }

  @Override
  public void checkCancelled() {
    if (stopping || Thread.currentThread().isInterrupted()) {
      throw new CancelledException();
    }
  }

  void stop() {
    stopping = true;
  }

  /// Hands over what was reported since the last call, if anything was.
  void latest(BiConsumer<String, Double> shown) {
    Step step = latest.getAndSet(null);
    if (step != null) {
      shown.accept(step.message, step.fraction);
    }
  }

  private record Step(String message, double fraction) {}
}
