package org.safeguard.workbench;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A place that a result goes to. Checked before the work starts, so that minutes are not spent on
/// what cannot be kept.
final class Destination {

  /// Something that writes a file.
  @FunctionalInterface
  interface Work {
    void run() throws IOException;
  }

  private Destination() {}

  /// @throws IOException when no file of this name can be written, in words for the user
  static void check(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(file)) {
      throw new IOException(file + ": it is a folder, not a file. Add a file name");
    }
    if (!Files.isDirectory(folder)) {
      throw new IOException(
          file + ": there is no folder " + folder + ". Make it first, or name another");
    }
    if (!Files.isWritable(folder)) {
      throw new IOException(
          file + ": no permission to write into " + folder + ". Name another folder");
    }
  }

  /// The same for several files, each of which needs a name of its own.
  ///
  /// @param taken files that are read, which none of the results may overwrite
  static void checkAll(List<Path> taken, List<Path> targets) throws IOException {
    Set<Path> names = new HashSet<>();
    taken.forEach(path -> names.add(path.toAbsolutePath().normalize()));
    for (Path target : targets) {
      if (!names.add(target.toAbsolutePath().normalize())) {
        throw new IOException(
            target
                + ": it is named twice, and would be overwritten. Give each result its own name");
      }
      check(target);
    }
  }

  /// Runs `work` and names `file` in its failure, which otherwise names a temporary file or none.
  static void writing(Path file, Work work) throws IOException {
    try {
      work.run();
    } catch (IOException e) {
      throw new IOException(
          file + ": it cannot be written (" + reason(e) + "). Check the disk and try again", e);
    }
  }

  private static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> "no file can be made there";
      case FileSystemException system when system.getReason() != null -> system.getReason();
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }
}
