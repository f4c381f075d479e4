package org.safeguard.desktop.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.safeguard.desktop.run.Step.State.DONE;
import static org.safeguard.desktop.run.Step.State.RUNNING;
import static org.safeguard.desktop.run.Step.State.STOPPED;
import static org.safeguard.desktop.run.Step.State.WAITING;

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

  private List<Step.State> states() {
    return model.steps().stream().map(Step::state).toList();
  }

  @Test
  void phasesFollowWhatIsReportedAndNeverGoBack() {
    model.startAssessment("Assessing", (Progress _) -> "unused", results::add);
    assertEquals(List.of(RUNNING, WAITING, WAITING, WAITING, WAITING), states());
    runner.events.progressed("Reading pods.yaml", 0.1);
    assertEquals(List.of(RUNNING, WAITING, WAITING, WAITING, WAITING), states());
    runner.events.progressed("Evaluating rules", 0.5);
    assertEquals(List.of(DONE, DONE, RUNNING, WAITING, WAITING), states());
    runner.events.progressed("Reading something more", 0.6);
    assertEquals(List.of(DONE, DONE, RUNNING, WAITING, WAITING), states());
    assertEquals("Reading something more", model.detailProperty().get());
    assertEquals(0.6, model.fractionProperty().get());
  }

  @Test
  void workThatIsNoAssessmentHasNoPhases() {
    start();
    runner.events.progressed("Saving", 0.1);
    assertEquals(List.of(), states());
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
    model.startAssessment("Assessing", (Progress _) -> "unused", results::add);
    runner.events.progressed("Deriving facts", 0.1);
    Failure failure = new Failure("list.json:7: it ends early", "Copy it again", "");
    runner.events.failed(failure);
    assertEquals(failure, model.failureProperty().get());
    assertEquals(List.of(DONE, STOPPED, WAITING, WAITING, WAITING), states());
    model.tryAgain();
    assertEquals(RunState.RUNNING, model.stateProperty().get());
    assertEquals(List.of(RUNNING, WAITING, WAITING, WAITING, WAITING), states());
    assertEquals(2, runner.started);
  }

  @Test
  void nothingElseStartsMeanwhile() {
    start();
    start();
    assertEquals(1, runner.started);
  }
}
