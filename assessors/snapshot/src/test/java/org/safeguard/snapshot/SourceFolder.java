package org.safeguard.snapshot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.TypeCoverage;

/// A source in the making.
record SourceFolder(Path folder) {

  SourceFolder with(String name, String text) throws Exception {
    return with(name, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  SourceFolder with(String name, byte[] bytes) throws Exception {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    return this;
  }

  Snapshot read() throws Exception {
    return read("");
  }

  /// Reads one of its files, or all of it.
  Snapshot read(String name) throws Exception {
    return new SnapshotReader().read(new Source.PathSource(folder.resolve(name)), Progress.NONE);
  }

  static TypeCoverage coverage(Snapshot snapshot, String type) {
    return snapshot.coverageOf(ResourceType.of(type));
  }

  static List<String> objects(Snapshot snapshot) {
    return snapshot.resources().stream()
        .map(r -> r.file() + " " + r.kind() + " " + r.name())
        .toList();
  }

  static List<String> reasons(Snapshot snapshot) {
    return snapshot.skipped().stream().map(s -> s.file() + ": " + s.reason()).toList();
  }
}
