package org.safeguard.engagement;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.safeguard.model.snapshot.UnreadableInputException;

/// The first hundred bytes of a file, looked at before SQLite may touch it: opening a database that
/// is not ours could already change it. Offsets from <https://www.sqlite.org/fileformat2.html>.
final class FileHeader {

  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final int LENGTH = 100;
  private static final int PAGE_SIZE = 16;
  private static final int PAGE_COUNT = 28;
  private static final int APPLICATION_ID = 68;

  private FileHeader() {}

  /// @throws UnreadableInputException when the file cannot be one of ours
  static void check(Path file) throws UnreadableInputException {
    if (Files.notExists(file)) {
      throw new UnreadableInputException(
          file.toString(), "there is no such file", "Check the name, or create a new engagement");
    }
    if (Files.isDirectory(file)) {
      throw new UnreadableInputException(
          file.toString(), "this is a folder", "Choose an engagement file (*.safeguard)");
    }
    if (!Files.isRegularFile(file)) {
      throw notOurs(file, "it is no regular file");
    }
    if (!Files.isReadable(file)) {
      throw new UnreadableInputException(
          file.toString(), "you may not read this file", "Ask its owner for access");
    }
    checkContent(file, read(file));
    if (!Files.isWritable(file)) {
      throw new UnreadableInputException(
          file.toString(),
          "the engagement file is read-only",
          "Make it writable, or copy it to a folder you can write to");
    }
  }

  private static byte[] read(Path file) throws UnreadableInputException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(LENGTH);
    } catch (AccessDeniedException e) {
      throw new UnreadableInputException(
          file.toString(), "you may not read this file", "Ask its owner for access", e);
    } catch (IOException e) {
      throw new UnreadableInputException(
          file.toString(), "the file cannot be read", "Check the disk or network drive", e);
    }
  }

  private static void checkContent(Path file, byte[] start) throws UnreadableInputException {
    if (start.length == 0) {
      throw new UnreadableInputException(
          file.toString(), "the file is empty", "Delete it, or choose another name");
    }
    ByteBuffer header = ByteBuffer.wrap(start);
    if (!isDatabase(header)) {
      throw notOurs(file, "it is no database");
    }
    if (start.length < LENGTH) {
      throw truncated(file);
    }
    if (header.getInt(APPLICATION_ID) != Migrations.APPLICATION_ID) {
      throw notOurs(file, "it belongs to another program");
    }
    checkLength(file, header);
  }

  /// Whether a file starts as a database does; whose it is, [#check] says.
  static boolean isDatabase(Path file) throws UnreadableInputException {
    return Files.isRegularFile(file) && isDatabase(ByteBuffer.wrap(read(file)));
  }

  private static boolean isDatabase(ByteBuffer header) {
    return ByteBuffer.wrap(MAGIC).mismatch(header) == MAGIC.length;
  }

  private static void checkLength(Path file, ByteBuffer header) throws UnreadableInputException {
    int size = header.getShort(PAGE_SIZE) & 0xffff;
    long pageSize = size == 1 ? 65536 : size;
    long expected = pageSize * (header.getInt(PAGE_COUNT) & 0xffffffffL);
    try {
      // With a log beside it the file may lawfully be behind: SQLite completes it from the log.
      if (Files.size(file) < expected && !hasLog(file)) {
        throw truncated(file);
      }
    } catch (IOException e) {
      throw new UnreadableInputException(
          file.toString(), "the file cannot be read", "Check the disk or network drive", e);
    }
  }

  private static boolean hasLog(Path file) throws IOException {
    Path log = file.resolveSibling(file.getFileName() + "-wal");
    return Files.exists(log) && Files.size(log) > 0;
  }

  private static UnreadableInputException notOurs(Path file, String why) {
    return new UnreadableInputException(
        file.toString(),
        "this is no engagement file: " + why,
        "Choose a *.safeguard file; this one was left untouched");
  }

  private static UnreadableInputException truncated(Path file) {
    return new UnreadableInputException(
        file.toString(),
        "the engagement file is cut off: its end is missing",
        "Copy it again from where it came, or open your latest copy");
  }
}
