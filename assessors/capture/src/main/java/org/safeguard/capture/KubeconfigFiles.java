package org.safeguard.capture;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safeguard.document.DocumentSink;
import org.safeguard.document.Limits;
import org.safeguard.document.MalformedDocumentException;
import org.safeguard.document.YamlDocuments;
import org.safeguard.model.snapshot.UnreadableInputException;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;

/// One or more kubeconfig files, merged as `kubectl` does: the first file that names something
/// wins.
///
/// They are read with our own bounded reader, since fabric8's runs credential plug-ins and looks
/// into the environment while it reads.
final class KubeconfigFiles {

  private static final int MAX_BYTES = 4 << 20;
  private static final Limits LIMITS = new Limits(MAX_BYTES, 2L << 20, 2 << 20, 32, 100_000);
  private static final String REMEDY = "Name a kubeconfig with --kubeconfig, or set KUBECONFIG";

  private final List<Path> files = new ArrayList<>();
  private final Map<String, Entry> clusters = new LinkedHashMap<>();
  private final Map<String, Entry> users = new LinkedHashMap<>();
  private final Map<String, Entry> contexts = new LinkedHashMap<>();
  private String current = "";

  /// A named part of a kubeconfig.
  ///
  /// @param body as written
  /// @param folder to which its relative paths belong
  record Entry(ObjectNode body, Path folder) {

    static final Entry NONE = new Entry(ObjectNode.EMPTY, Path.of(""));

    /// The file that a member names, null where there is none.
    @Nullable Path file(String key) {
      return body.text(key).filter(name -> !name.isEmpty()).map(folder::resolve).orElse(null);
    }

    @Override
    public String toString() {
      return "(hidden)"; // may hold credentials
    }
  }

  private KubeconfigFiles() {}

  /// @param named by the user, null for the usual places
  /// @param environment `KUBECONFIG` and the user's home
  static KubeconfigFiles read(@Nullable Path named, Map<String, String> environment)
      throws UnreadableInputException {
    KubeconfigFiles merged = new KubeconfigFiles();
    List<Path> candidates = candidates(named, environment);
    for (Path file : candidates) {
      if (named != null || Files.exists(file)) {
        merged.add(file);
      }
    }
    if (merged.files.isEmpty()) {
      throw new UnreadableInputException(
          candidates.getFirst().toString(), "there is no such kubeconfig", REMEDY);
    }
    return merged;
  }

  private static List<Path> candidates(@Nullable Path named, Map<String, String> environment) {
    if (named != null) {
      return List.of(named);
    }
    List<Path> files = new ArrayList<>();
    for (String part : environment.getOrDefault("KUBECONFIG", "").split(File.pathSeparator)) {
      if (!part.isBlank()) {
        files.add(Path.of(part));
      }
    }
    if (files.isEmpty()) {
      String home = environment.getOrDefault("HOME", System.getProperty("user.home", ""));
      files.add(Path.of(home, ".kube", "config"));
    }
    return files;
  }

  private void add(Path file) throws UnreadableInputException {
    ObjectNode root = parse(file, text(file));
    if (!root.has("contexts") && !root.has("clusters") && !root.has("users")) {
      throw new UnreadableInputException(
          file.toString(), "it is not a kubeconfig: it names no contexts and no clusters", REMEDY);
    }
    Path parent = file.toAbsolutePath().getParent();
    Path folder = parent == null ? Path.of("") : parent;
    gather(root, "clusters", "cluster", folder, clusters);
    gather(root, "users", "user", folder, users);
    gather(root, "contexts", "context", folder, contexts);
    if (current.isEmpty()) {
      current = root.text("current-context").orElse("");
    }
    files.add(file);
  }

  private static void gather(
      ObjectNode root, String list, String member, Path folder, Map<String, Entry> into) {
    for (Node item : root.array(list).items()) {
      if (item instanceof ObjectNode named) {
        String name = named.text("name").orElse("");
        into.putIfAbsent(name, new Entry(named.object(member), folder));
      }
    }
  }

  private static String text(Path file) throws UnreadableInputException {
    if (!Files.isRegularFile(file)) {
      String why = Files.exists(file) ? "it is not a file" : "there is no such kubeconfig";
      throw new UnreadableInputException(file.toString(), why, REMEDY);
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new UnreadableInputException(
            file.toString(), "it is larger than 4 MiB, so it is no kubeconfig", REMEDY);
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UnreadableInputException(
          file.toString(), "it cannot be read", "Check its permissions", e);
    }
  }

  private static ObjectNode parse(Path file, String text) throws UnreadableInputException {
    List<Node> roots = new ArrayList<>();
    DocumentSink sink = (root, streamed) -> roots.add(root);
    try {
      YamlDocuments.read(new StringReader(text), LIMITS, Set.of(), sink);
    } catch (MalformedDocumentException e) {
      String line = e.line() > 0 ? ":" + e.line() : "";
      // not the parser's words: they may quote what is written there
      throw new UnreadableInputException(
          file + line, "the kubeconfig is damaged: it is not YAML or JSON there", REMEDY);
    } catch (IOException e) {
      throw new UnreadableInputException(file.toString(), "it cannot be read", REMEDY, e);
    }
    return !roots.isEmpty() && roots.getFirst() instanceof ObjectNode root
        ? root
        : ObjectNode.EMPTY;
  }

  List<Path> files() {
    return List.copyOf(files);
  }

  String current() {
    return current;
  }

  List<String> contextNames() {
    return List.copyOf(contexts.keySet());
  }

  /// The context's own entry; null when there is none of that name.
  @Nullable Entry context(String name) {
    return contexts.get(name);
  }

  Entry cluster(String name) {
    return clusters.getOrDefault(name, Entry.NONE);
  }

  Entry user(String name) {
    return users.getOrDefault(name, Entry.NONE);
  }
}
