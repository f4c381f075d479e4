package org.safeguard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Texts kept as files, so that a change of words is seen and read in review.
final class Golden {

  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  /// Compares with the kept text. With `UPDATE_GOLDEN` in the environment it keeps the new one.
  static void check(String name, String text) throws IOException {
    Path file = FOLDER.resolve(name + ".txt");
    if (System.getenv("UPDATE_GOLDEN") != null) {
      Files.writeString(file, text);
    }
    assertEquals(
        Files.readString(file), text, "read the new words; UPDATE_GOLDEN=1 keeps them: " + file);
  }
}
