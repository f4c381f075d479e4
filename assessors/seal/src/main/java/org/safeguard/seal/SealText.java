package org.safeguard.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.safeguard.model.snapshot.UnreadableInputException;

/// Reads the small text files that keys and signatures are, and says plainly what is wrong.
final class SealText {

  private static final int BOUND = 1 << 20;

  private SealText() {}

  static String read(Path file) throws UnreadableInputException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(BOUND + 1);
      if (bytes.length > BOUND) {
        throw unreadable(file, "it is too large for a key or a signature", "Name another file");
      }
      return new String(bytes, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  static UnreadableInputException unreadable(Path file, IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> unreadable(file, "there is no such file", "Check the path");
      case AccessDeniedException _ ->
          unreadable(file, "no permission to read it", "Ask its owner for permission");
      default ->
          unreadable(file, "it cannot be read (" + e.getMessage() + ")", "Copy it once more");
    };
  }

  static UnreadableInputException unreadable(Path file, String why, String remedy) {
    return new UnreadableInputException(file.toString(), why, remedy);
  }
}
