package org.safeguard.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.safeguard.document.Documents;
import org.safeguard.document.MalformedDocumentException;
import org.safeguard.model.rule.Rule;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;

/// A case of a rule's `tests.yaml` with what it is about.
///
/// @param test the case
/// @param objects as they stand in the case or its file
public record CaseObjects(TestCase test, List<Node> objects) {

  /// The cases of a rule in a pack.
  public static List<CaseObjects> of(Path pack, Rule rule)
      throws IOException, MalformedDocumentException {
    Path folder = pack.resolve("rules").resolve(rule.area()).resolve(rule.id());
    List<CaseObjects> cases = new ArrayList<>();
    Node root = Documents.yaml(Files.readString(folder.resolve("tests.yaml"))).getFirst();
    for (ObjectNode node : ((ArrayNode) root).objects()) {
      TestCase test = TestCase.of(node);
      cases.add(
          new CaseObjects(
              test,
              test.input().isEmpty()
                  ? test.objects()
                  : Documents.yaml(Files.readString(folder.resolve(test.input())))));
    }
    return cases;
  }

  /// The snapshot that the case is run on.
  public Snapshot snapshot() {
    return TestSnapshot.of(test, test.input().isEmpty() ? "tests.yaml" : test.input(), objects);
  }
}
