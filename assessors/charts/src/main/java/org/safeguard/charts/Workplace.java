package org.safeguard.charts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A temporary folder for one rendering, removed with all that is in it.
///
/// @param folder that is removed in the end
record Workplace(Path folder) implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Workplace.class);

  static Workplace make() throws IOException {
    return new Workplace(Files.createTempDirectory("safeguard-chart"));
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  Path write(String name, byte[] bytes) throws IOException {
    return Files.write(file(name), bytes);
  }

  @Override
  public void close() throws IOException {
    List<Path> paths;
    try (Stream<Path> all = Files.walk(folder)) {
      paths = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      try {
        Files.deleteIfExists(path);
      } catch (IOException e) {
        // Some systems hold on to a library for a moment after its process has ended.
        LOG.debug("left behind: {}", path, e);
      }
    }
  }
}
