package org.safeguard.bundle;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.UnreadableInputException;

/// Walks over the entries of a bundle from its first byte to its last, as whoever reads its objects
/// does, and within bounds, since a bundle comes from a stranger.
final class BundleWalk {

  private static final int ENTRIES = 200_000;

  /// Receives the entries.
  @FunctionalInterface
  interface Visitor {
    /// @return whether to go on
    boolean entry(String name, InputStream in) throws IOException;
  }

  private BundleWalk() {}

  /// @throws UnreadableInputException when it cannot be read or breaks a bound
  static void walk(Path bundle, Progress progress, Visitor visitor)
      throws UnreadableInputException {
    try (InputStream file = new BufferedInputStream(Files.newInputStream(bundle), 1 << 16)) {
      AgeFile.refuse(file);
      refuseOthers(file);
      walk(new Bounded(file, progress, Files.size(bundle)), visitor);
    } catch (UnsoundBundleException e) {
      throw new UnreadableInputException(bundle.toString(), e.why(), e.remedy(), e);
    } catch (NoSuchFileException e) {
      throw unreadable(bundle, "there is no such file or directory", "Check the path", e);
    } catch (AccessDeniedException e) {
      throw unreadable(
          bundle, "no permission to read it", "Ask its owner for permission, or copy it", e);
    } catch (EOFException e) {
      throw unreadable(bundle, "it is cut off in the middle", "Copy or download it again", e);
    } catch (IOException e) {
      String cause = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw unreadable(
          bundle,
          "it is damaged or cannot be read (" + cause + ")",
          "Copy or download it again",
          e);
    }
  }

  private static void refuseOthers(InputStream file) throws IOException {
    file.mark(2);
    byte[] head = file.readNBytes(2);
    file.reset();
    if (head.length < 2 || head[0] != 'P' || head[1] != 'K') {
      throw new UnsoundBundleException(
          "it is no bundle: it is no zip file", "Hand in a file that `safeguard capture` wrote");
    }
  }

  private static UnreadableInputException unreadable(
      Path bundle, String why, String remedy, IOException cause) {
    return new UnreadableInputException(bundle.toString(), why, remedy, cause);
  }

  private static void walk(Bounded file, Visitor visitor) throws IOException {
    ZipArchiveInputStream zip = new ZipArchiveInputStream(file, "UTF-8", true, false);
    InputStream bounded = file.inflated(zip);
    int entries = 0;
    ZipArchiveEntry entry = zip.getNextEntry();
    while (entry != null) {
      if (++entries > ENTRIES) {
        throw new UnsoundBundleException(
            "it holds more than " + ENTRIES + " files", "Ask for a bundle of fewer types");
      }
      file.checkCancelled();
      CheckedInputStream checked = new CheckedInputStream(bounded, new CRC32());
      if (!visitor.entry(safe(entry.getName()), checked)) {
        return;
      }
      checked.transferTo(OutputStream.nullOutputStream());
      ZipArchiveEntry next = zip.getNextEntry(); // may tell the checksum of the one before
      BundleCheck.checksum(entry.getName(), entry.getCrc(), checked.getChecksum().getValue());
      entry = next;
    }
  }

  /// The name as it is; the manifest names entries, and nothing is written under their names.
  private static String safe(String name) throws UnsoundBundleException {
    if (name.startsWith("/") || name.contains("\\") || name.contains("..")) {
      throw new UnsoundBundleException(
          "it holds the entry " + name + ", which points outside of it",
          "Ask for a bundle made by the tool itself; this one may be an attack");
    }
    return name;
  }
}
