package org.safeguard.desktop.start;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.safeguard.desktop.platform.RecentEngagements;
import org.safeguard.desktop.session.EngagementSession;

/// What can be done before anything is open.
public final class StartViewModel {

  private final EngagementSession session;
  private final RecentEngagements recent;
  private final Runnable connect;
  private final ObservableList<RecentEntry> entries = FXCollections.observableArrayList();
  private final ObservableList<RecentEntry> entriesShown =
      FXCollections.unmodifiableObservableList(entries);

  /// @param connect shows the screen that connects to a cluster
  public StartViewModel(EngagementSession session, RecentEngagements recent, Runnable connect) {
    this.session = session;
    this.connect = connect;
    this.recent = recent;
    session.engagementProperty().subscribe(_ -> refresh());
  }

  // Properties

  /// Latest first.
  public ObservableList<RecentEntry> recent() {
    return entriesShown;
  }

  // Commands

  public void newEngagement() {
    session.newEngagement();
  }

  public void openEngagement() {
    session.openEngagement();
  }

  /// Opens a recent engagement; one that is missing only says so.
  public void open(RecentEntry entry) {
    if (Files.exists(entry.file())) {
      session.open(entry.file());
    } else {
      refresh();
    }
  }

  /// Takes an entry from the list; the file stays.
  public void forget(RecentEntry entry) {
    recent.forget(entry.file());
    refresh();
  }

  public void assessFile() {
    session.assessFile();
  }

  public void assessFolder() {
    session.assessFolder();
  }

  public void connect() {
    connect.run();
  }

  /// Reads what was dropped.
  public void read(List<Path> sources) {
    session.read(sources);
  }

  /// Looks again which files are there.
  public void refresh() {
    entries.setAll(
        recent.list().stream().map(file -> new RecentEntry(file, Files.notExists(file))).toList());
  }
}
