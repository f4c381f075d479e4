package org.safeguard.desktop.connect;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.safeguard.capture.CaptureOptions;
import org.safeguard.capture.CapturePlan;
import org.safeguard.capture.ExecApproval;
import org.safeguard.capture.KubeContext;
import org.safeguard.capture.Kubeconfig;
import org.safeguard.desktop.platform.Dialogs;
import org.safeguard.desktop.task.Failure;
import org.safeguard.desktop.task.RunningTask;
import org.safeguard.desktop.task.TaskEvents;
import org.safeguard.desktop.task.TaskRunner;
import org.safeguard.desktop.task.Work;
import org.safeguard.desktop.text.Messages;
import org.safeguard.desktop.usecase.CaptureUseCases;
import org.safeguard.desktop.usecase.Connection;
import org.safeguard.redaction.Profile;

/// Which cluster is read, as whom, how much of it, and into which file. Nothing is sent before the
/// user tests the connection or starts the capture.
public final class ConnectViewModel {

  private static final Kubeconfig NO_KUBECONFIG = new Kubeconfig(List.of(), List.of(), "");

  private final CaptureUseCases captures;
  private final TaskRunner runner;
  private final Dialogs dialogs;
  private final ExecApproval approval;
  private final Clock clock;
  private final Messages messages;
  private final Path folder;
  private final Consumer<CaptureRequested> start;

  private final ReadOnlyObjectWrapper<Kubeconfig> kubeconfig =
      new ReadOnlyObjectWrapper<>(NO_KUBECONFIG);
  private final ReadOnlyObjectWrapper<@Nullable Failure> problem = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<@Nullable KubeContext> selected = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<CheckState> check =
      new ReadOnlyObjectWrapper<>(new CheckState.Untried());
  private final ReadOnlyObjectWrapper<@Nullable CapturePlan> plan = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<String> invalid = new ReadOnlyObjectWrapper<>("");
  private final ReadOnlyObjectWrapper<@Nullable Path> out = new ReadOnlyObjectWrapper<>();
  private final NamespaceChoice namespaces = new NamespaceChoice();
  private final ObjectProperty<Profile> profile = new SimpleObjectProperty<>(Profile.STANDARD);
  private final BooleanProperty secretNames = new SimpleBooleanProperty(true);

  private @Nullable Path file;
  private boolean outChosen;
  private @Nullable RunningTask trying;

  /// What the user asks to capture.
  ///
  /// @param options what to read
  /// @param out the bundle
  public record CaptureRequested(CaptureOptions options, Path out) {}

  /// @param folder where bundles go unless the user says otherwise
  /// @param start begins a capture
  public ConnectViewModel(
      CaptureUseCases captures,
      TaskRunner runner,
      Dialogs dialogs,
      ExecApproval approval,
      Clock clock,
      Messages messages,
      Path folder,
      Consumer<CaptureRequested> start) {
    this.captures = captures;
    this.runner = runner;
    this.dialogs = dialogs;
    this.approval = approval;
    this.clock = clock;
    this.messages = messages;
    this.folder = folder;
    this.start = start;
    selected.subscribe(this::contextChanged);
    namespaces.allProperty().subscribe(_ -> optionsChanged());
    namespaces.typedProperty().subscribe(_ -> optionsChanged());
    profile.subscribe(_ -> optionsChanged());
    secretNames.subscribe(_ -> optionsChanged());
  }

  // Properties

  ReadOnlyObjectProperty<Kubeconfig> kubeconfigProperty() {
    return kubeconfig.getReadOnlyProperty();
  }

  /// Why there is no kubeconfig; null when there is one.
  ReadOnlyObjectProperty<@Nullable Failure> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /// The chosen context, null when there is none to choose.
  ObjectProperty<@Nullable KubeContext> selectedProperty() {
    return selected;
  }

  ReadOnlyObjectProperty<CheckState> checkProperty() {
    return check.getReadOnlyProperty();
  }

  /// Every request that would be sent; null while nobody asked for the list.
  ReadOnlyObjectProperty<@Nullable CapturePlan> planProperty() {
    return plan.getReadOnlyProperty();
  }

  /// What is wrong with the choices; empty when nothing is.
  ReadOnlyObjectProperty<String> invalidProperty() {
    return invalid.getReadOnlyProperty();
  }

  /// Where the bundle goes; null while no context is chosen.
  ReadOnlyObjectProperty<@Nullable Path> outProperty() {
    return out.getReadOnlyProperty();
  }

  NamespaceChoice namespaces() {
    return namespaces;
  }

  ObjectProperty<Profile> profileProperty() {
    return profile;
  }

  BooleanProperty secretNamesProperty() {
    return secretNames;
  }

  /// Whether a kubeconfig was chosen that does not lie at the usual place.
  boolean fileChosen() {
    return file != null;
  }

  Instant now() {
    return clock.instant();
  }

  // Commands

  /// Reads the kubeconfig again, which others may have changed.
  public void load() {
    run(_ -> captures.kubeconfig(file), this::loaded, this::notLoaded);
  }

  /// Stops a test that still goes on, as when the user turns to something else.
  public void leave() {
    cancelTest();
  }

  void chooseKubeconfig() {
    dialogs.kubeconfig().ifPresent(this::read);
  }

  /// Goes back to the usual place.
  void useDefault() {
    file = null;
    load();
  }

  /// Tries the connection.
  void test() {
    KubeContext context = selected.get();
    if (context == null || isTrying() || !invalid.get().isEmpty()) {
      return;
    }
    CaptureOptions options = options(context);
    check.set(new CheckState.Trying());
    trying =
        runner.start(
            progress -> captures.check(options, approval, progress), new Tried(context.name()));
  }

  void cancelTest() {
    if (trying != null) {
      trying.cancel();
    }
  }

  /// Lists every request that a capture would send, without sending any.
  void explain() {
    KubeContext context = selected.get();
    if (context != null && invalid.get().isEmpty()) {
      CaptureOptions options = options(context);
      run(_ -> captures.explain(options), plan::set, dialogs::error);
    }
  }

  void chooseOut() {
    Path proposed = out.get();
    if (proposed != null) {
      dialogs
          .bundle(proposed)
          .ifPresent(
              chosen -> {
                outChosen = true;
                out.set(chosen);
              });
    }
  }

  /// Starts the capture.
  void capture() {
    KubeContext context = selected.get();
    if (context == null || !invalid.get().isEmpty()) {
      return;
    }
    cancelTest();
    Path bundle = outChosen && out.get() != null ? out.get() : freshOut(context);
    out.set(bundle);
    outChosen = false; // the next capture must not take the place of this one
    start.accept(new CaptureRequested(options(context), bundle));
  }

  private void read(Path chosen) {
    file = chosen;
    load();
  }

  private void loaded(Kubeconfig read) {
    problem.set(null);
    kubeconfig.set(read);
    KubeContext before = selected.get();
    String wanted = before == null ? read.current() : before.name();
    selected.set(
        read.contexts().stream()
            .filter(context -> context.name().equals(wanted))
            .findFirst()
            .orElse(read.contexts().isEmpty() ? null : read.contexts().getFirst()));
  }

  private void notLoaded(Failure failure) {
    kubeconfig.set(NO_KUBECONFIG);
    selected.set(null);
    problem.set(failure);
  }

  private void contextChanged(@Nullable KubeContext context) {
    cancelTest();
    check.set(new CheckState.Untried());
    namespaces.offer(List.of());
    outChosen = false;
    out.set(context == null ? null : freshOut(context));
    optionsChanged();
  }

  private void optionsChanged() {
    plan.set(null);
    invalid.set("");
    KubeContext context = selected.get();
    if (context == null) {
      return;
    }
    try {
      options(context);
    } catch (IllegalArgumentException e) {
      invalid.set(String.valueOf(e.getMessage()));
    }
  }

  private CaptureOptions options(KubeContext context) {
    if (namespaces.nothingChosen()) {
      throw new IllegalArgumentException(messages.text("connect.no-namespace"));
    }
    return CaptureOptions.defaults()
        .withKubeconfig(file)
        .withContext(context.name())
        .withNamespaces(namespaces.names())
        .withProfile(profile.get())
        .withSecretNames(secretNames.get());
  }

  private Path freshOut(KubeContext context) {
    return BundleNames.fresh(folder, context.name(), LocalDate.now(clock));
  }

  private boolean isTrying() {
    return check.get() instanceof CheckState.Trying;
  }

  private <T> void run(Work<T> work, Consumer<T> done, Consumer<Failure> failed) {
    runner.start(
        work,
        new TaskEvents<T>() {
          @Override
          public void succeeded(T result) {
            done.accept(result);
          }

          @Override
          public void failed(Failure failure) {
            failed.accept(failure);
          }
        });
  }

  /// What becomes of a test; the answer for a context that is no longer chosen is not shown.
  private final class Tried implements TaskEvents<Connection> {
    private final String context;

    Tried(String context) {
      this.context = context;
    }

    @Override
    public void succeeded(Connection connection) {
      show(new CheckState.Works(connection));
      if (isChosen()) {
        namespaces.offer(connection.found().namespaces());
      }
    }

    @Override
    public void cancelled() {
      show(new CheckState.Untried());
    }

    @Override
    public void failed(Failure failure) {
      show(new CheckState.Fails(failure));
    }

    private void show(CheckState state) {
      if (isChosen()) {
        check.set(state);
      }
    }

    private boolean isChosen() {
      KubeContext now = selected.get();
      return now != null && now.name().equals(context);
    }
  }
}
