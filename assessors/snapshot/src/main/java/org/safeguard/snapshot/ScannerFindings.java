package org.safeguard.snapshot;

import java.util.ArrayList;
import java.util.List;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.Redacted;
import org.safeguard.model.tree.ScalarNode;

/// Takes out of a scanner's report of exposed secrets what it found, and keeps where and how many.
final class ScannerFindings {

  private static final Redacted MATCH = new Redacted("what a scanner took for a secret");

  private ScannerFindings() {}

  static ObjectNode dropped(ObjectNode body) {
    boolean secrets =
        body.text("kind").filter(kind -> kind.endsWith("ExposedSecretReport")).isPresent();
    return secrets && body.get("report") instanceof ObjectNode report
        ? with(body, "report", with(report, "secrets", found(report.array("secrets"))))
        : body;
  }

  private static ArrayNode found(ArrayNode secrets) {
    List<Node> clean = new ArrayList<>(secrets.items().size());
    for (Node secret : secrets.items()) {
      boolean matched = secret instanceof ObjectNode object && object.has("match");
      clean.add(
          matched
              ? with((ObjectNode) secret, "match", new ScalarNode(MATCH, secret.line()))
              : secret);
    }
    return new ArrayNode(clean, secrets.line());
  }

  private static ObjectNode with(ObjectNode object, String key, Node value) {
    ObjectNode.Builder changed = ObjectNode.builder(object.line());
    object.each(changed::put);
    return object.has(key) ? changed.put(key, value).build() : object;
  }
}
