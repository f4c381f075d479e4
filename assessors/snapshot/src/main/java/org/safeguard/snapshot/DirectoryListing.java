package org.safeguard.snapshot;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.snapshot.Skipped;

/// The files below a directory. Symbolic links are not followed: what they point to inside is read
/// at its own place, and what lies outside was not handed in.
///
/// @param names relative, with slashes, sorted
/// @param bytes of all files together
/// @param skipped what could not be looked into
record DirectoryListing(List<String> names, long bytes, List<Skipped> skipped) {

  static DirectoryListing of(Path root) throws IOException {
    Visitor visitor = new Visitor(root);
    Files.walkFileTree(root, visitor);
    Collections.sort(visitor.names);
    return new DirectoryListing(visitor.names, visitor.bytes, visitor.skipped);
  }

  private static final class Visitor extends SimpleFileVisitor<Path> {

    private final Path root;
    private final List<String> names = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private long bytes;

    Visitor(Path root) {
      this.root = root;
    }

    private String name(Path path) {
      return root.relativize(path).toString().replace('\\', '/');
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
      return directory.endsWith(".git") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String name = name(file);
      if (!attributes.isRegularFile()) {
        String what = attributes.isSymbolicLink() ? "a symbolic link" : "no regular file";
        skipped.add(new Skipped(name, 0, Skipped.Kind.OTHER_FILE, what + ", not followed"));
        return FileVisitResult.CONTINUE;
      }
      names.add(name);
      bytes += attributes.size();
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (file.equals(root)) {
        throw e;
      }
      skipped.add(new Skipped(name(file), 0, Skipped.Kind.UNREADABLE, Fault.of(e).why()));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
        throws IOException {
      return e == null ? FileVisitResult.CONTINUE : visitFileFailed(folder, e);
    }
  }
}
