package org.safeguard.desktop.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.safeguard.desktop.usecase.SourceObject;
import org.safeguard.document.YamlText;
import org.safeguard.model.tree.JsonPointer;
import org.safeguard.model.verdict.Evidence;

/// An object as YAML with the line of its evidence marked.
///
/// @param lines in order
/// @param target the line to bring into sight, numbered from 0; -1 for none
/// @param exact whether the chosen evidence is a value that is there, rather than one that is
///     absent and whose parent is marked
record YamlPage(List<YamlLine> lines, int target, boolean exact) {

  static final YamlPage NONE = new YamlPage(List.of(), -1, false);

  YamlPage {
    lines = List.copyOf(lines);
  }

  /// Renders an object and marks `evidence`.
  static YamlPage of(SourceObject object, Optional<Evidence> evidence) {
    YamlText.Rendered yaml = YamlText.render(object.body());
    JsonPointer pointer = pointer(evidence.map(Evidence::pointer).orElse(""));
    boolean exact = pointer.in(object.body()).isPresent();
    int target = evidence.isEmpty() ? -1 : yaml.lineOf(pointer) - 1;
    List<YamlLine> lines = new ArrayList<>(yaml.lines().size());
    for (int i = 0; i < yaml.lines().size(); i++) {
      lines.add(new YamlLine(i + 1, yaml.lines().get(i), i == target));
    }
    return new YamlPage(lines, target, exact);
  }

  private static JsonPointer pointer(String text) {
    return text.isEmpty() || text.charAt(0) == '/' ? new JsonPointer(text) : JsonPointer.ROOT;
  }
}
