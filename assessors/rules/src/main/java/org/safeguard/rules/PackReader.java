package org.safeguard.rules;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.safeguard.document.Documents;
import org.safeguard.document.JsonText;
import org.safeguard.document.MalformedDocumentException;
import org.safeguard.model.rule.Citation;
import org.safeguard.model.rule.Fix;
import org.safeguard.model.rule.Question;
import org.safeguard.model.rule.Rule;
import org.safeguard.model.rule.Safeguard;
import org.safeguard.model.rule.Severity;
import org.safeguard.model.rule.Strength;
import org.safeguard.model.rule.Support;
import org.safeguard.model.rule.Threat;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;

/// Turns documents that fit their schema into records.
final class PackReader {

  private PackReader() {}

  static List<Citation> citations(Node root) {
    return objects(root).stream()
        .map(
            node ->
                new Citation(
                    text(node, "id"),
                    text(node, "title"),
                    text(node, "type"),
                    text(node, "meaning"),
                    text(node, "nist"),
                    Citation.Observability.valueOf(constant(node, "observability"))))
        .toList();
  }

  static Safeguard safeguard(ObjectNode node) {
    ObjectNode threat = node.object("threat");
    return new Safeguard(
        text(node, "id"),
        text(node, "family"),
        text(node, "statement"),
        node.array("citations").texts(),
        text(node, "examine"),
        text(node, "ask"),
        text(node, "importable"),
        new Threat(
            text(threat, "source"),
            text(threat, "event"),
            text(threat, "vulnerability"),
            text(threat, "recommendation"),
            threat.flag("adversarial").orElse(false),
            threat.flag("patient-safety").orElse(false)));
  }

  static List<Question> questions(Node root) {
    return objects(root).stream()
        .map(
            node ->
                new Question(
                    text(node, "id"),
                    text(node, "safeguard"),
                    text(node, "text"),
                    text(node, "guidance"),
                    text(node, "who-knows")))
        .toList();
  }

  static Rule rule(ObjectNode node, String area) {
    return new Rule(
        text(node, "id"),
        area,
        text(node, "title"),
        text(node, "why"),
        Severity.valueOf(constant(node, "severity")),
        text(node, "fact"),
        text(node, "when"),
        text(node, "pass"),
        text(node, "message"),
        text(node, "evidence"),
        text(node, "not-applicable"),
        fix(node.object("fix")),
        node.array("safeguards").objects().stream().map(PackReader::support).toList(),
        text(node, "not-proved"),
        node.array("references").texts(),
        text(node, "since"),
        node.array("aliases").texts());
  }

  private static Fix fix(ObjectNode node) {
    Node value = node.get("value");
    return new Fix(
        node.array("steps").texts().stream().map(String::strip).toList(),
        text(node, "pointer"),
        value == null ? "" : yaml(value));
  }

  private static Support support(ObjectNode node) {
    return new Support(text(node, "id"), Strength.valueOf(constant(node, "strength")));
  }

  static String text(ObjectNode node, String key) {
    return node.text(key).orElse("").strip();
  }

  static String constant(ObjectNode node, String key) {
    return text(node, key).toUpperCase(Locale.ROOT).replace('-', '_');
  }

  static List<ObjectNode> objects(@Nullable Node root) {
    return root instanceof ArrayNode array ? array.objects() : List.of();
  }

  /// A value as YAML text: plain where that reads back as the same, else as JSON, which is YAML.
  static String yaml(Node value) {
    if (value instanceof ScalarNode(Object scalar, int _) && scalar instanceof String text) {
      return readsBack(text) ? text : json(value);
    }
    return json(value);
  }

  private static boolean readsBack(String text) {
    try {
      List<Node> read = Documents.yaml(text);
      return read.size() == 1
          && read.getFirst() instanceof ScalarNode(Object back, int _)
          && text.equals(back);
    } catch (MalformedDocumentException e) {
      return false; // such as text that starts with a star
    }
  }

  private static String json(Node value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      JsonText.write(value, out, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
