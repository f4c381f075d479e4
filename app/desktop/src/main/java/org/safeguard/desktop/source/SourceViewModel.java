package org.safeguard.desktop.source;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.safeguard.desktop.platform.Dialogs;
import org.safeguard.desktop.session.EngagementSession;
import org.safeguard.desktop.usecase.ReadSource;

/// The sources that were read, and what goes with them into the run.
public final class SourceViewModel {

  private final EngagementSession session;
  private final Dialogs dialogs;
  private final ReadOnlyObjectWrapper<List<Preview>> previews =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<@Nullable Path> scope = new ReadOnlyObjectWrapper<>();

  public SourceViewModel(EngagementSession session, Dialogs dialogs) {
    this.session = session;
    this.dialogs = dialogs;
    session.sourcesProperty().subscribe(this::show);
  }

  // Properties

  /// One for each source, in the order of reading.
  ReadOnlyObjectProperty<List<Preview>> previewsProperty() {
    return previews.getReadOnlyProperty();
  }

  /// The scope file, null for none.
  ReadOnlyObjectProperty<@Nullable Path> scopeProperty() {
    return scope.getReadOnlyProperty();
  }

  /// The clusters that the sources name, joined; empty unless there are several of them.
  String clusters() {
    TreeSet<String> names =
        previews.get().stream()
            .map(preview -> preview.snapshot().cluster())
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    return names.size() > 1 ? String.join(", ", names) : "";
  }

  // Commands

  void addFile() {
    session.addFile();
  }

  void addFolder() {
    session.addFolder();
  }

  void add(List<Path> dropped) {
    session.add(dropped);
  }

  void leaveOut(Preview preview) {
    session.leaveOut(preview.source());
  }

  void chooseScope() {
    dialogs.scopeFile().ifPresent(scope::set);
  }

  void clearScope() {
    scope.set(null);
  }

  void assess() {
    session.assess(scope.get());
  }

  void back() {
    session.forgetSources();
  }

  private void show(List<ReadSource> sources) {
    previews.set(sources.stream().map(Preview::of).toList());
  }
}
