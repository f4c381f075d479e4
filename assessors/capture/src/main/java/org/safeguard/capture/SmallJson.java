package org.safeguard.capture;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.safeguard.document.DocumentSink;
import org.safeguard.document.JsonDocuments;
import org.safeguard.document.Limits;
import org.safeguard.document.MalformedDocumentException;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;

/// Reads one small JSON object that somebody else wrote.
final class SmallJson {

  private static final Limits LIMITS = new Limits(1 << 20, 1 << 20, 1 << 20, 32, 100_000);

  private SmallJson() {}

  /// The object, empty when there is none.
  static ObjectNode object(Reader in) throws IOException {
    List<Node> roots = new ArrayList<>();
    DocumentSink sink = (root, streamed) -> roots.add(root);
    try {
      JsonDocuments.read(in, LIMITS, Set.of(), sink);
    } catch (MalformedDocumentException e) {
      return ObjectNode.EMPTY;
    }
    return !roots.isEmpty() && roots.getFirst() instanceof ObjectNode object
        ? object
        : ObjectNode.EMPTY;
  }
}
