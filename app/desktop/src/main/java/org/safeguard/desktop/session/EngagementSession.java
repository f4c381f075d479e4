package org.safeguard.desktop.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.safeguard.desktop.platform.Dialogs;
import org.safeguard.desktop.platform.ExportTarget;
import org.safeguard.desktop.platform.RecentEngagements;
import org.safeguard.desktop.run.RunViewModel;
import org.safeguard.desktop.text.Messages;
import org.safeguard.desktop.usecase.AssessmentUseCases;
import org.safeguard.desktop.usecase.Engagement;
import org.safeguard.desktop.usecase.ReadSource;
import org.safeguard.model.risk.Assessment;
import org.safeguard.workbench.ExportFormat;

/// The engagement that is open, and the commands that every screen offers on it.
public final class EngagementSession {

  private static final String ENDING = ".safeguard";

  private final AssessmentUseCases useCases;
  private final RunViewModel run;
  private final Dialogs dialogs;
  private final RecentEngagements recent;
  private final Messages messages;

  private final ReadOnlyObjectWrapper<@Nullable Engagement> engagement =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Assessment> assessment =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Path> exported = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<List<ReadSource>> sources =
      new ReadOnlyObjectWrapper<>(List.of());

  public EngagementSession(
      AssessmentUseCases useCases,
      RunViewModel run,
      Dialogs dialogs,
      RecentEngagements recent,
      Messages messages) {
    this.useCases = useCases;
    this.run = run;
    this.dialogs = dialogs;
    this.recent = recent;
    this.messages = messages;
  }

  // Properties

  /// The open engagement, null while none is.
  public ReadOnlyObjectProperty<@Nullable Engagement> engagementProperty() {
    return engagement.getReadOnlyProperty();
  }

  /// Its latest run, null while nothing was assessed. It is set before the engagement.
  public ReadOnlyObjectProperty<@Nullable Assessment> assessmentProperty() {
    return assessment.getReadOnlyProperty();
  }

  /// The document written last, null while none was since the engagement was opened.
  public ReadOnlyObjectProperty<@Nullable Path> exportedProperty() {
    return exported.getReadOnlyProperty();
  }

  /// What was read and is not assessed yet; empty once it is.
  public ReadOnlyObjectProperty<List<ReadSource>> sourcesProperty() {
    return sources.getReadOnlyProperty();
  }

  // Commands

  /// Asks where, then makes an empty engagement there.
  public void newEngagement() {
    dialogs
        .newEngagement(messages.text("session.new-name") + ENDING)
        .ifPresent(
            file ->
                run.start(
                    messages.text("session.creating", name(file)),
                    _ -> useCases.create(file),
                    this::opened));
  }

  /// Asks which engagement, then opens it.
  public void openEngagement() {
    dialogs.openEngagement().ifPresent(this::open);
  }

  /// Opens an engagement.
  public void open(Path file) {
    run.start(messages.text("session.opening", name(file)), _ -> useCases.open(file), this::opened);
  }

  /// Asks for files to assess, then reads and shows them.
  public void assessFile() {
    read(dialogs.sourceFiles());
  }

  /// Asks for a folder to assess, then reads and shows it.
  public void assessFolder() {
    dialogs.sourceFolder().map(List::of).ifPresent(this::read);
  }

  /// Asks for more files that describe the same cluster.
  public void addFile() {
    add(dialogs.sourceFiles());
  }

  /// Asks for one more folder that describes the same cluster.
  public void addFolder() {
    dialogs.sourceFolder().map(List::of).ifPresent(this::add);
  }

  /// Reads sources, so that what they hold can be seen before they are assessed. A single
  /// engagement file is opened instead.
  public void read(List<Path> paths) {
    if (paths.size() == 1 && name(paths.getFirst()).endsWith(ENDING)) {
      open(paths.getFirst());
    } else {
      read(paths, sources::set);
    }
  }

  /// Reads more sources beside those that were read. One that was read before is read again.
  public void add(List<Path> paths) {
    read(paths, fresh -> sources.set(Stream.concat(without(paths), fresh.stream()).toList()));
  }

  /// Leaves out a source that was read.
  public void leaveOut(ReadSource source) {
    sources.set(without(List.of(source.path())).toList());
  }

  /// Leaves out all that was read.
  public void forgetSources() {
    sources.set(List.of());
  }

  /// Assesses what was read into the open engagement; asks where to keep it while none is open.
  ///
  /// @param scope the scope file; null for none
  public void assess(@Nullable Path scope) {
    List<ReadSource> read = sources.get();
    if (!read.isEmpty()) {
      engagementFor(read.getFirst().path()).ifPresent(file -> assess(read, scope, file));
    }
  }

  /// Asks where, then writes the latest run as a document.
  public void export(ExportFormat proposed) {
    Engagement open = engagement.get();
    if (open == null || assessment.get() == null) {
      return;
    }
    dialogs.export(baseName(open.file()), proposed).ifPresent(target -> export(open, target));
  }

  /// Closes the engagement, as when the window closes.
  public void close() {
    Engagement open = engagement.get();
    assessment.set(null);
    engagement.set(null);
    if (open != null) {
      open.close();
    }
  }

  private void read(List<Path> paths, Consumer<List<ReadSource>> done) {
    if (!paths.isEmpty()) {
      run.start(
          messages.text("session.reading", name(paths.getFirst()), paths.size() - 1),
          progress -> useCases.read(paths, progress),
          done);
    }
  }

  private Stream<ReadSource> without(List<Path> paths) {
    return sources.get().stream().filter(source -> !paths.contains(source.path()));
  }

  private void assess(List<ReadSource> read, @Nullable Path scope, Path file) {
    run.startAssessment(
        messages.text("session.assessing", name(read.getFirst().path()), read.size() - 1),
        progress -> useCases.assess(read, scope, file, progress),
        this::opened);
  }

  private void export(Engagement open, ExportTarget target) {
    run.start(
        messages.text("session.exporting", name(target.file())),
        progress -> {
          useCases.export(open, target.format(), target.file(), progress);
          return target.file();
        },
        exported::set);
  }

  private Optional<Path> engagementFor(Path source) {
    Engagement open = engagement.get();
    return open == null
        ? dialogs.newEngagement(baseName(source) + ENDING)
        : Optional.of(open.file());
  }

  private void opened(Engagement fresh) {
    Engagement before = engagement.get();
    exported.set(null);
    sources.set(List.of()); // the objects of a large cluster need not stay in memory
    assessment.set(fresh.latest().orElse(null));
    engagement.set(fresh);
    recent.add(fresh.file());
    if (before != null && before != fresh) {
      before.close();
    }
  }

  private static String name(Path file) {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }

  private static String baseName(Path file) {
    String name = name(file);
    int dot = name.indexOf('.', 1);
    return dot < 0 ? name : name.substring(0, dot);
  }
}
