package org.safeguard.capture;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.safeguard.document.DocumentSink;
import org.safeguard.document.JsonDocuments;
import org.safeguard.document.Limits;
import org.safeguard.document.MalformedDocumentException;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.Redacted;
import org.safeguard.model.tree.ScalarNode;
import org.safeguard.redaction.Markers;

/// One page of a list as it streams in, object by object. When the page broke off and is asked for
/// again, the objects that were kept of it are passed over: the same token gives the same page.
final class ListPage implements DocumentSink {

  private static final String METADATA_LIST = "PartialObjectMetadataList";

  private static final Redacted VALUES = new Redacted("secret value");

  private final ServedType type;
  private final Set<String> droppedKeys;
  private final ListTarget target;
  private final Consumer<String> following;
  private final Set<String> kept = new HashSet<>();
  private boolean first = true;
  private int attempts;
  private int objects;
  private int pages;
  private boolean consistent = true;
  private boolean inFull;
  private boolean isList;
  private String resourceVersion = "";
  private String next = "";

  /// @param droppedKeys members that are skipped while parsing
  /// @param following told the token of the next page as soon as it is known
  ListPage(
      ServedType type, Set<String> droppedKeys, ListTarget target, Consumer<String> following) {
    this.following = following;
    this.type = type;
    this.droppedKeys = droppedKeys;
    this.target = target;
  }

  /// Another page follows.
  void begin(boolean firstPage) {
    first = firstPage;
    attempts = 0;
    kept.clear();
  }

  /// Reads the page, or reads it again.
  void read(InputStream body) throws IOException, MalformedDocumentException {
    if (attempts++ > 0 && first && !kept.isEmpty()) {
      startOver();
    }
    next = "";
    isList = false;
    JsonDocuments.read(body, Limits.DEFAULT, droppedKeys, this);
    if (!isList) {
      throw new MalformedDocumentException(0, "it is no list");
    }
    pages++;
  }

  private void startOver() {
    if (target.restart()) {
      objects = 0;
      kept.clear();
    } else {
      consistent = false; // what was kept shows an earlier moment than the page asked for again
    }
  }

  @Override
  public void begins(ObjectNode head) {
    String token = head.object("metadata").text("continue").orElse("");
    if (!token.isEmpty()) {
      following.accept(token);
    }
  }

  @Override
  public void item(Node item) {
    if (item instanceof ObjectNode body && isNew(body.object("metadata"))) {
      target.add(typed(body));
      objects++;
    }
  }

  private boolean isNew(ObjectNode metadata) {
    String name = metadata.text("name").orElse("");
    return !name.isEmpty() && kept.add(metadata.text("namespace").orElse("") + "/" + name);
  }

  /// Members of a list do not say what they are.
  private ObjectNode typed(ObjectNode body) {
    ObjectNode.Builder object = ObjectNode.builder(body.line());
    object.put("apiVersion", new ScalarNode(type.apiVersion(), body.line()));
    object.put("kind", new ScalarNode(type.kind(), body.line()));
    body.each(object::putIfAbsent);
    if (type.isSecret()) {
      notAsked(object, body.line());
    }
    return object.build();
  }

  /// Without these, a secret would read as one that has no keys and the usual type.
  private static void notAsked(ObjectNode.Builder secret, int line) {
    secret.putIfAbsent("type", new ScalarNode(Markers.NOT_ASKED, line));
    secret.put("data", new ScalarNode(VALUES, line));
  }

  @Override
  public void document(Node root, boolean streamedItems) {
    if (root instanceof ObjectNode list) {
      String kind = list.text("kind").orElse("");
      isList = streamedItems || kind.endsWith("List");
      inFull |= !kind.equals(METADATA_LIST);
      ObjectNode metadata = list.object("metadata");
      next = metadata.text("continue").orElse("");
      if (resourceVersion.isEmpty()) {
        resourceVersion = metadata.text("resourceVersion").orElse("");
      }
    }
  }

  /// Notes that the list goes on at another moment.
  void continuedLater() {
    consistent = false;
  }

  /// The token of the next page, empty at the end.
  String next() {
    return next;
  }

  int objects() {
    return objects;
  }

  int pages() {
    return pages;
  }

  String resourceVersion() {
    return resourceVersion;
  }

  boolean isConsistent() {
    return consistent;
  }

  /// Whether the server sent more than the metadata.
  boolean isInFull() {
    return inFull;
  }
}
