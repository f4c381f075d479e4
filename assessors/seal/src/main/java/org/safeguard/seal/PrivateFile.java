package org.safeguard.seal;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes a key: readable by its owner alone, whole or not at all, and never over another file.
final class PrivateFile {

  private PrivateFile() {}

  /// @throws FileAlreadyExistsException when there is such a file
  static void create(Path target, String text) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(target)) {
      throw new IOException(target + ": it is a folder, not a file. Add a file name");
    }
    if (Files.exists(target)) {
      throw new FileAlreadyExistsException(target.toString());
    }
    Path temporary = Files.createTempFile(folder, ".key", ".part"); // only its owner can read it
    try {
      try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.getFD().sync();
      }
      appear(temporary, target);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /// A link fails where a rename would replace what another process has made meanwhile.
  private static void appear(Path temporary, Path target) throws IOException {
    try {
      Files.createLink(target, temporary);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (FileSystemException | UnsupportedOperationException e) {
      Files.move(temporary, target); // a file system without links
    }
  }
}
