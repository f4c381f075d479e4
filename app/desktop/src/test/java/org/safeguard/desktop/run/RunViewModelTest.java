package org.safeguard.desktop.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguard.desktop.task.Failure;
import org.safeguard.desktop.task.RunningTask;
import org.safeguard.desktop.task.TaskEvents;
import org.safeguard.desktop.task.TaskRunner;
import org.safeguard.desktop.task.Work;
import org.safeguard.model.progress.Progress;

class RunViewModelTest {

  private final Held runner = new Held();
  private final RunViewModel model = new RunViewModel(runner);
  private final List<String> results = new ArrayList<>();

  /// Holds work until the test says what becomes of it.
  private static final class Held implements TaskRunner {
    private TaskEvents<String> events;
    private int started;
    private boolean stopped;

    @Override
    @SuppressWarnings("unchecked")
    public <T> RunningTask start(Work<T> work, TaskEvents<T> held) {
      events = (TaskEvents<String>) held;
      started++;
      return () -> stopped = true;
    }
  }

  private void start() {
    model.start("Assessing", (Progress _) -> "unused", results::add);
  }

  @Test
  void stepsFollowWhatIsReported() {
    start();
    runner.events.progressed("Read 10 files", 0.1);
    runner.events.progressed("Read 20 files", 0.2);
    runner.events.progressed("Evaluating rules", 0.5);
    assertEquals(
        List.of(
            new Step("Read 20 files", Step.State.DONE),
            new Step("Evaluating rules", Step.State.RUNNING)),
        model.steps());
    assertEquals(0.5, model.fractionProperty().get());
  }

  @Test
  void theResultIsHandedOnBeforeTheScreenIsLeft() {
    start();
    runner.events.succeeded("done");
    assertEquals(List.of("done"), results);
    assertEquals(RunState.IDLE, model.stateProperty().get());
  }

  @Test
  void cancellingWaitsForTheWorkToStop() {
    start();
    model.cancel();
    assertEquals(RunState.STOPPING, model.stateProperty().get());
    assertEquals(true, runner.stopped);
    runner.events.cancelled();
    assertEquals(RunState.CANCELLED, model.stateProperty().get());
    model.leave();
    assertEquals(RunState.IDLE, model.stateProperty().get());
  }

  @Test
  void workThatEndsInSpiteOfACancelIsKept() {
    start();
    model.cancel();
    runner.events.succeeded("done");
    assertEquals(List.of("done"), results);
    assertEquals(RunState.IDLE, model.stateProperty().get());
  }

  @Test
  void aFailureStaysUntilItIsLeftOrTriedAgain() {
    start();
    runner.events.progressed("Reading", 0.1);
    Failure failure = new Failure("list.json:7: it ends early", "Copy it again", "");
    runner.events.failed(failure);
    assertEquals(failure, model.failureProperty().get());
    assertEquals(List.of(new Step("Reading", Step.State.STOPPED)), model.steps());
    model.tryAgain();
    assertEquals(RunState.RUNNING, model.stateProperty().get());
    assertEquals(List.of(), model.steps());
    assertEquals(2, runner.started);
  }

  @Test
  void nothingElseStartsMeanwhile() {
    start();
    start();
    assertEquals(1, runner.started);
  }
}
