package org.safeguard.desktop.run;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.safeguard.desktop.task.Failure;
import org.safeguard.desktop.task.RunningTask;
import org.safeguard.desktop.task.TaskEvents;
import org.safeguard.desktop.task.TaskRunner;
import org.safeguard.desktop.task.Work;

/// Work that the user waits for: one at a time, from start to its result or its end.
public final class RunViewModel {

  private static final Failure NONE = new Failure("", "", "");

  private final TaskRunner runner;

  private final ReadOnlyObjectWrapper<RunState> state = new ReadOnlyObjectWrapper<>(RunState.IDLE);
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");
  private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);
  private final ReadOnlyObjectWrapper<Failure> failure = new ReadOnlyObjectWrapper<>(NONE);
  private final ObservableList<Step> steps = FXCollections.observableArrayList();
  private final ObservableList<Step> stepsShown = FXCollections.unmodifiableObservableList(steps);

  private Phase phase = Phase.READ;
  private @Nullable RunningTask running;
  private Runnable repeat = () -> {};

  public RunViewModel(TaskRunner runner) {
    this.runner = runner;
  }

  // Properties

  public ReadOnlyObjectProperty<RunState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// What is done, such as `Assessing kubernetes-goat`.
  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /// What is done at this moment, such as `Reading pods.yaml`; empty when nobody says.
  public ReadOnlyStringProperty detailProperty() {
    return detail.getReadOnlyProperty();
  }

  /// 0 to 1; negative when nobody can say.
  public ReadOnlyDoubleProperty fractionProperty() {
    return fraction.getReadOnlyProperty();
  }

  /// Why it could not be done, while the state is `FAILED`.
  public ReadOnlyObjectProperty<Failure> failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /// The phases of an assessment, in order; empty for other work.
  public ObservableList<Step> steps() {
    return stepsShown;
  }

  // Commands

  /// Starts work without phases unless other work still goes on.
  ///
  /// @param done gets the result, before the state becomes `IDLE`
  public <T> void start(String what, Work<T> work, Consumer<T> done) {
    start(what, List.of(), work, done);
  }

  /// Starts an assessment, with its phases, unless other work still goes on.
  ///
  /// @param done gets the result, before the state becomes `IDLE`
  public <T> void startAssessment(String what, Work<T> work, Consumer<T> done) {
    start(what, List.of(Phase.values()), work, done);
  }

  private <T> void start(String what, List<Phase> phases, Work<T> work, Consumer<T> done) {
    if (state.get().active()) {
      return;
    }
    repeat = () -> start(what, phases, work, done);
    title.set(what);
    detail.set("");
    fraction.set(-1);
    failure.set(NONE);
    phase = Phase.READ;
    steps.setAll(phases.stream().map(each -> new Step(each, Step.State.WAITING)).toList());
    showPhase(Step.State.RUNNING);
    state.set(RunState.RUNNING);
    running = runner.start(work, new Events<>(done));
  }

  /// Asks the work to stop.
  public void cancel() {
    if (state.get() == RunState.RUNNING && running != null) {
      state.set(RunState.STOPPING);
      running.cancel();
    }
  }

  /// Does again what failed or was cancelled.
  public void tryAgain() {
    if (ended()) {
      repeat.run();
    }
  }

  /// Leaves what failed or was cancelled.
  public void leave() {
    if (ended()) {
      state.set(RunState.IDLE);
    }
  }

  private boolean ended() {
    return state.get() == RunState.FAILED || state.get() == RunState.CANCELLED;
  }

  private void showPhase(Step.State now) {
    for (int i = 0; i < steps.size(); i++) {
      Phase each = steps.get(i).phase();
      int order = each.compareTo(phase);
      Step step =
          new Step(each, order < 0 ? Step.State.DONE : order == 0 ? now : Step.State.WAITING);
      if (!step.equals(steps.get(i))) {
        steps.set(i, step);
      }
    }
  }

  private final class Events<T> implements TaskEvents<T> {
    private final Consumer<T> done;

    Events(Consumer<T> done) {
      this.done = done;
    }

    @Override
    public void progressed(String message, double part) {
      fraction.set(part);
      detail.set(message);
      phase = phase.or(message);
      showPhase(Step.State.RUNNING);
    }

    @Override
    public void succeeded(T result) {
      showPhase(Step.State.DONE);
      done.accept(result);
      state.set(RunState.IDLE);
    }

    @Override
    public void cancelled() {
      showPhase(Step.State.STOPPED);
      state.set(RunState.CANCELLED);
    }

    @Override
    public void failed(Failure why) {
      showPhase(Step.State.STOPPED);
      failure.set(why);
      state.set(RunState.FAILED);
    }
  }
}
