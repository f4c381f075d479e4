package org.safeguard.workbench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.safeguard.document.AtomicFile;
import org.safeguard.remediation.RemediationPlan;

/// Writes a plan into a new folder or an archive, whole or not at all.
final class RemediationFiles {

  /// Equal plans give equal archives.
  private static final long NO_TIME = 315_532_800_000L; // 1980, the first that zip can say

  private RemediationFiles() {}

  /// @throws IOException when it cannot be written, or there is something under the name already
  static void write(RemediationPlan plan, Path out) throws IOException {
    if (isArchive(out)) {
      AtomicFile.write(out, stream -> archive(plan, stream));
    } else {
      folder(plan, out);
    }
  }

  static boolean isArchive(Path out) {
    return out.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
  }

  /// @throws IOException when nothing can be written there, in words for the user
  static void check(Path out) throws IOException {
    if (isArchive(out)) {
      Destination.check(out);
    } else if (Files.exists(out) && !isEmptyFolder(out)) {
      throw new IOException(
          out + ": there is something under this name. Name a new folder, or a file .zip");
    } else {
      Destination.check(out.toAbsolutePath().resolveSibling(".safeguard-plan"));
    }
  }

  private static boolean isEmptyFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> members = Files.list(folder)) {
      return members.findAny().isEmpty();
    }
  }

  private static void archive(RemediationPlan plan, OutputStream stream) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(stream, StandardCharsets.UTF_8);
    for (Map.Entry<String, String> file : plan.files().entrySet()) {
      ZipEntry entry = new ZipEntry(file.getKey());
      entry.setTime(NO_TIME);
      zip.putNextEntry(entry);
      zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      zip.closeEntry();
    }
    zip.finish();
  }

  private static void folder(RemediationPlan plan, Path out) throws IOException {
    Path target = out.toAbsolutePath().normalize();
    Path parent = target.getParent();
    if (parent == null) {
      throw new IOException(out + " is not a folder name");
    }
    Path part = Files.createTempDirectory(parent, ".safeguard-plan");
    try {
      for (Map.Entry<String, String> file : plan.files().entrySet()) {
        Path path = part.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
      Files.deleteIfExists(target); // an empty folder, or none
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      remove(part);
    }
  }

  private static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      List<Path> members;
      try (Stream<Path> walk = Files.walk(folder)) {
        members = walk.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path member : members) {
        Files.delete(member);
      }
    }
  }
}
