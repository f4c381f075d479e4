package org.safeguard.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.safeguard.model.tree.Node;

/// Small documents of our own, such as rules and scope files, read whole.
public final class Documents {

  private Documents() {}

  /// Every YAML document of `text`, with lists whole.
  ///
  /// @throws MalformedDocumentException when it is not YAML or exceeds a bound
  public static List<Node> yaml(String text) throws MalformedDocumentException {
    List<Node> documents = new ArrayList<>();
    List<Node> items = new ArrayList<>();
    DocumentSink sink =
        new DocumentSink() {
          @Override
          public void item(Node item) {
            items.add(item);
          }

          @Override
          public void document(Node root, boolean streamedItems) {
            documents.add(streamedItems ? WholeList.with(root, items) : root);
            items.clear();
          }
        };
    try {
      YamlDocuments.read(new StringReader(text), Limits.DEFAULT, Set.of(), sink);
    } catch (IOException e) {
      throw new MalformedDocumentException(0, String.valueOf(e.getMessage()));
    }
    return List.copyOf(documents);
  }

  /// The same for a stream of UTF-8 text.
  public static List<Node> yaml(InputStream in) throws MalformedDocumentException, IOException {
    return yaml(new String(in.readAllBytes(), StandardCharsets.UTF_8));
  }
}
