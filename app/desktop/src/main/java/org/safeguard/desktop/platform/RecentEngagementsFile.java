package org.safeguard.desktop.platform;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Recent engagements as a text file with a path a line.
public final class RecentEngagementsFile implements RecentEngagements {

  private static final String NAME = "recent-engagements.txt";
  private static final int KEPT = 12;

  private final ConfigFolder folder;

  public RecentEngagementsFile(ConfigFolder folder) {
    this.folder = folder;
  }

  @Override
  public List<Path> list() {
    return folder.read(NAME).stream()
        .flatMap(line -> path(line).stream())
        .distinct()
        .limit(KEPT)
        .toList();
  }

  @Override
  public void add(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    change(
        files -> {
          files.remove(absolute);
          files.addFirst(absolute);
        });
  }

  @Override
  public void forget(Path file) {
    change(files -> files.remove(file));
  }

  private void change(Consumer<List<Path>> change) {
    List<Path> files = new ArrayList<>(list());
    change.accept(files);
    folder.write(NAME, files.stream().limit(KEPT).map(Path::toString).toList());
  }

  private static Optional<Path> path(String line) {
    try {
      return line.isBlank() ? Optional.empty() : Optional.of(Path.of(line));
    } catch (InvalidPathException _) {
      return Optional.empty(); // edited by hand, or copied from another operating system
    }
  }
}
