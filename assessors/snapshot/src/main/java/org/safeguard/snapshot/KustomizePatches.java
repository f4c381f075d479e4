package org.safeguard.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.safeguard.document.Documents;
import org.safeguard.document.MalformedDocumentException;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;

/// The files that kustomizations name as patches: they look like objects and are fragments.
///
/// @param files relative to the source
record KustomizePatches(Set<String> files) {

  private static final Set<String> NAMES =
      Set.of("kustomization.yaml", "kustomization.yml", "Kustomization");
  private static final List<String> FIELDS =
      List.of("patches", "patchesStrategicMerge", "patchesJson6902");
  private static final long LARGEST = 1 << 20;

  static KustomizePatches of(Path root, List<String> names) {
    Set<String> patches = new HashSet<>();
    for (String name : names) {
      if (NAMES.contains(name.substring(name.lastIndexOf('/') + 1))) {
        Path folder = Path.of(name).getParent();
        for (String patch : patchesOf(root.resolve(name))) {
          Path path = folder == null ? Path.of(patch) : folder.resolve(patch);
          patches.add(path.normalize().toString().replace('\\', '/'));
        }
      }
    }
    return new KustomizePatches(patches);
  }

  boolean contains(String name) {
    return files.contains(name);
  }

  /// A kustomization that cannot be read names none; it is reported when its turn comes.
  private static Set<String> patchesOf(Path file) {
    Set<String> patches = new HashSet<>();
    try (InputStream in = Files.newInputStream(file)) {
      if (Files.size(file) <= LARGEST) {
        for (Node document : Documents.yaml(in)) {
          if (document instanceof ObjectNode object) {
            FIELDS.forEach(field -> collect(object.array(field), patches));
          }
        }
      }
    } catch (IOException | MalformedDocumentException e) {
      return Set.of();
    }
    return patches;
  }

  private static void collect(ArrayNode list, Set<String> patches) {
    for (Node item : list.items()) {
      switch (item) {
        case ScalarNode scalar -> addName(scalar.text(), patches);
        case ObjectNode object -> object.text("path").ifPresent(p -> addName(p, patches));
        case ArrayNode _ -> {}
      }
    }
  }

  /// A patch may also be written in place, over several lines.
  private static void addName(String text, Set<String> patches) {
    if (text.length() < 4096 && text.indexOf('\n') < 0 && text.indexOf('\0') < 0) {
      patches.add(text);
    }
  }
}
