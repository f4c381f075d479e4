package org.safeguard.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.JsonPointer;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;

/// Writes a tree as YAML the way `kubectl get -o yaml` prints it: keys sorted, sequences not
/// indented, long text as a block. Every value's line is known, so that a viewer can mark it.
public final class YamlText {

  private static final String STEP = "  ";

  private final List<String> lines = new ArrayList<>();
  private final Map<String, Integer> lineOfPointer = new HashMap<>();

  private YamlText() {}

  /// YAML and where each value stands in it.
  ///
  /// @param lines without line ends
  /// @param lineOfPointer the line from 1 of each value's key or dash, by its JSON pointer
  public record Rendered(List<String> lines, Map<String, Integer> lineOfPointer) {

    public Rendered {
      lines = List.copyOf(lines);
      lineOfPointer = Map.copyOf(lineOfPointer);
    }

    /// The line of `pointer`, or of its nearest ancestor that exists.
    public int lineOf(JsonPointer pointer) {
      JsonPointer at = pointer;
      while (!lineOfPointer.containsKey(at.text()) && !at.text().isEmpty()) {
        at = at.parent();
      }
      return lineOfPointer.getOrDefault(at.text(), 1);
    }

    /// The whole text, each line with its end.
    public String text() {
      return String.join("\n", lines) + "\n";
    }
  }

  /// Renders `node`.
  public static Rendered render(Node node) {
    YamlText yaml = new YamlText();
    yaml.mark(JsonPointer.ROOT);
    switch (node) {
      case ObjectNode object when object.size() > 0 ->
          yaml.members("", object, "", JsonPointer.ROOT);
      case ArrayNode array when !array.items().isEmpty() ->
          yaml.items("", array, "", JsonPointer.ROOT);
      case ObjectNode _ -> yaml.lines.add("{}");
      case ArrayNode _ -> yaml.lines.add("[]");
      case ScalarNode scalar -> yaml.scalar("", scalar, STEP);
    }
    return new Rendered(yaml.lines, yaml.lineOfPointer);
  }

  private void mark(JsonPointer pointer) {
    lineOfPointer.put(pointer.text(), lines.size() + 1);
  }

  /// @param first what stands on the first member's line before it, such as a dash
  private void members(String first, ObjectNode object, String indent, JsonPointer pointer) {
    String lead = first;
    Map<String, Node> sorted = new TreeMap<>();
    object.each(sorted::put);
    for (Map.Entry<String, Node> member : sorted.entrySet()) {
      String start = lead + YamlScalarText.inline(member.getKey()) + ":";
      JsonPointer at = pointer.child(member.getKey());
      mark(at);
      switch (member.getValue()) {
        case ObjectNode inner when inner.size() > 0 -> {
          lines.add(start);
          members(indent + STEP, inner, indent + STEP, at);
        }
        case ArrayNode inner when !inner.items().isEmpty() -> {
          lines.add(start);
          items(indent, inner, indent, at);
        }
        case ObjectNode _ -> lines.add(start + " {}");
        case ArrayNode _ -> lines.add(start + " []");
        case ScalarNode scalar -> scalar(start + " ", scalar, indent + STEP);
      }
      lead = indent;
    }
  }

  private void items(String first, ArrayNode array, String indent, JsonPointer pointer) {
    String lead = first;
    for (int i = 0; i < array.items().size(); i++) {
      String start = lead + "- ";
      JsonPointer at = pointer.child(i);
      mark(at);
      switch (array.items().get(i)) {
        case ObjectNode inner when inner.size() > 0 -> members(start, inner, indent + STEP, at);
        case ArrayNode inner when !inner.items().isEmpty() ->
            items(start, inner, indent + STEP, at);
        case ObjectNode _ -> lines.add(start + "{}");
        case ArrayNode _ -> lines.add(start + "[]");
        case ScalarNode scalar -> scalar(start, scalar, indent + STEP);
      }
      lead = indent;
    }
  }

  private void scalar(String start, ScalarNode scalar, String blockIndent) {
    if (scalar.value() instanceof String text && YamlScalarText.isBlock(text)) {
      lines.add(start + YamlScalarText.blockHeader(text));
      for (String line : YamlScalarText.blockLines(text)) {
        lines.add(line.isEmpty() ? "" : blockIndent + line);
      }
    } else {
      lines.add(start + YamlScalarText.inline(scalar.value()));
    }
  }
}
