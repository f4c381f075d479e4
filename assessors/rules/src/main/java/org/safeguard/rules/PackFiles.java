package org.safeguard.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safeguard.document.Digests;
import org.safeguard.document.Documents;
import org.safeguard.document.MalformedDocumentException;
import org.safeguard.model.tree.Node;

/// The files of a pack directory, by their paths in it.
final class PackFiles {

  private static final long LARGEST = 1 << 20;
  private static final int MOST = 20_000;

  private final SortedMap<String, Path> paths;
  private final List<PackProblem> problems;

  private PackFiles(SortedMap<String, Path> paths, List<PackProblem> problems) {
    this.paths = paths;
    this.problems = problems;
  }

  /// Lists the files of a pack.
  static PackFiles in(Path directory, List<PackProblem> problems) throws PackException {
    SortedMap<String, Path> paths = new TreeMap<>();
    try (Stream<Path> all = Files.walk(directory, 6)) {
      all.filter(Files::isRegularFile)
          .limit(MOST)
          .forEach(path -> paths.put(name(directory, path), path));
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new PackException(
          List.of(new PackProblem(directory.toString(), 0, 0, "no folder that can be read")));
    }
    return new PackFiles(paths, problems);
  }

  private static String name(Path directory, Path file) {
    return directory.relativize(file).toString().replace('\\', '/');
  }

  /// The paths that match a regular expression, sorted.
  List<String> matching(String pattern) {
    return paths.keySet().stream().filter(Pattern.compile(pattern).asMatchPredicate()).toList();
  }

  boolean has(String path) {
    return paths.containsKey(path);
  }

  /// Reads a YAML file with one document; null when a problem was noted.
  @Nullable PackFile read(String path) {
    String text = text(path);
    if (text == null) {
      return null;
    }
    try {
      List<Node> documents = Documents.yaml(text);
      if (documents.size() == 1) {
        return new PackFile(path, text.lines().toList(), documents.getFirst());
      }
      String found = documents.isEmpty() ? "nothing" : documents.size() + " documents";
      note(path, 1, "expected one YAML document, found " + found);
    } catch (MalformedDocumentException e) {
      note(path, e.line(), e.why());
    }
    return null;
  }

  /// The text of a file; null when a problem was noted.
  @Nullable String text(String path) {
    byte[] bytes = bytes(path);
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }

  private byte @Nullable [] bytes(String path) {
    Path file = paths.get(path);
    if (file == null) {
      note(path, 0, "the file is missing");
      return null;
    }
    try {
      if (Files.size(file) > LARGEST) {
        note(path, 0, "the file is larger than " + LARGEST + " bytes");
        return null;
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      note(path, 0, "the file cannot be read");
      return null;
    }
  }

  private void note(String path, int line, String message) {
    problems.add(new PackProblem(path, line, 0, message));
  }

  /// SHA-256 over paths and contents of all YAML files but tests and examples.
  String sha256() {
    MessageDigest digest = Digests.sha256();
    List<String> content = new ArrayList<>(matching(".*\\.yaml"));
    content.removeIf(path -> path.endsWith("/tests.yaml") || path.contains("/examples/"));
    content.sort(Comparator.naturalOrder());
    for (String path : content) {
      byte[] bytes = bytes(path);
      int length = bytes == null ? 0 : bytes.length;
      digest.update((path + "\0" + length + "\0").getBytes(StandardCharsets.UTF_8));
      if (bytes != null) {
        digest.update(bytes);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
