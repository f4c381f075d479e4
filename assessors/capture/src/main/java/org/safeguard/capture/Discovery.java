package org.safeguard.capture;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safeguard.document.DocumentSink;
import org.safeguard.document.JsonDocuments;
import org.safeguard.document.Limits;
import org.safeguard.document.MalformedDocumentException;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;

/// Asks what the server serves: in one document for each of `/api` and `/apis` where the server can
/// (since Kubernetes 1.26), else group by group.
///
/// See <https://kubernetes.io/docs/concepts/overview/kubernetes-api/#discovery-api>.
final class Discovery {

  static final String AGGREGATED =
      "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
          + "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,"
          + "application/json";
  private static final String PLAIN = "application/json";
  private static final int MAX_TYPES = 2000;
  private static final Limits LIMITS = new Limits(64 << 20, 64 << 20, 1 << 20, 64, 2_000_000);

  private final Requests requests;
  private final Map<String, ServedType> types = new LinkedHashMap<>();
  private final List<String> silent = new ArrayList<>();
  private boolean cut;

  Discovery(Requests requests) {
    this.requests = requests;
  }

  /// One discovery document: the root, and its items where it has some.
  private record Document(Answer answer, ObjectNode root, List<ObjectNode> items) {}

  /// @throws RequestFailure when there is no usable answer
  /// @throws RefusedDiscoveryException when the server does not tell
  Served read() throws RequestFailure, RefusedDiscoveryException {
    readRoot("/api");
    readRoot("/apis");
    List<ServedType> sorted =
        types.values().stream()
            .sorted(Comparator.comparing(ServedType::type).thenComparing(ServedType::plural))
            .toList();
    return new Served(sorted, silent.stream().distinct().sorted().toList(), cut);
  }

  private void readRoot(String path) throws RequestFailure, RefusedDiscoveryException {
    Document document = get(path, AGGREGATED);
    if (document.answer().status() == 406) {
      document = get(path, PLAIN);
    }
    if (!document.answer().isOk()) {
      throw new RefusedDiscoveryException(path, document.answer());
    }
    if (document.root().text("kind").orElse("").equals("APIGroupDiscoveryList")) {
      document.items().forEach(this::aggregatedGroup);
      return;
    }
    for (Node version : document.root().array("versions").items()) {
      if (version instanceof ScalarNode name) {
        plainVersion("", name.text());
      }
    }
    for (Node group : document.root().array("groups").items()) {
      if (group instanceof ObjectNode body) {
        plainGroup(body);
      }
    }
  }

  private void aggregatedGroup(ObjectNode group) {
    String name = group.object("metadata").text("name").orElse("");
    for (Node item : group.array("versions").items()) {
      if (item instanceof ObjectNode version) {
        if (version.text("freshness").orElse("").equals("Stale")) {
          silent.add(name);
        }
        for (Node entry : version.array("resources").items()) {
          if (entry instanceof ObjectNode resource) {
            add(
                new ServedType(
                    name,
                    version.text("version").orElse(""),
                    resource.text("resource").orElse(""),
                    resource.object("responseKind").text("kind").orElse(""),
                    resource.text("scope").orElse("").equals("Namespaced")),
                resource);
          }
        }
      }
    }
  }

  /// The preferred version first, so that its types win.
  private void plainGroup(ObjectNode group) throws RequestFailure {
    String name = group.text("name").orElse("");
    List<String> versions = new ArrayList<>();
    group.object("preferredVersion").text("version").ifPresent(versions::add);
    for (Node item : group.array("versions").items()) {
      if (item instanceof ObjectNode version) {
        version.text("version").filter(text -> !versions.contains(text)).ifPresent(versions::add);
      }
    }
    for (String version : versions) {
      plainVersion(name, version);
    }
  }

  private void plainVersion(String group, String version) throws RequestFailure {
    ServedType probe = new ServedType(group, version, "x", "X", false);
    if (!probe.isSound()) {
      return;
    }
    Document document;
    try {
      document = get(probe.path().substring(0, probe.path().length() - 2), PLAIN);
    } catch (RequestFailure e) {
      if (e.kind() == RequestFailure.Kind.STOPPED) {
        throw e;
      }
      silent.add(group); // one broken API must not end the capture
      return;
    }
    if (!document.answer().isOk()) {
      silent.add(group);
      return;
    }
    for (Node item : document.root().array("resources").items()) {
      if (item instanceof ObjectNode resource) {
        add(
            new ServedType(
                group,
                version,
                resource.text("name").orElse(""),
                resource.text("kind").orElse(""),
                resource.flag("namespaced").orElse(false)),
            resource);
      }
    }
  }

  private void add(ServedType type, ObjectNode resource) {
    boolean listed =
        resource.array("verbs").items().stream()
            .anyMatch(verb -> verb instanceof ScalarNode name && name.text().equals("list"));
    if (!listed || !type.isSound()) {
      return;
    }
    if (types.size() >= MAX_TYPES) {
      cut = true;
      return;
    }
    types.putIfAbsent(type.group() + "/" + type.plural(), type);
  }

  private Document get(String path, String accept) throws RequestFailure {
    List<ObjectNode> items = new ArrayList<>();
    List<ObjectNode> roots = new ArrayList<>();
    Answer answer =
        requests.get(
            path,
            accept,
            body -> {
              items.clear();
              roots.clear();
              parse(body, items, roots);
            });
    return new Document(answer, roots.isEmpty() ? ObjectNode.EMPTY : roots.getFirst(), items);
  }

  private static void parse(InputStream body, List<ObjectNode> items, List<ObjectNode> roots)
      throws IOException, MalformedDocumentException {
    DocumentSink sink =
        new DocumentSink() {
          @Override
          public void item(Node item) {
            if (item instanceof ObjectNode object) {
              items.add(object);
            }
          }

          @Override
          public void document(Node root, boolean streamedItems) {
            if (root instanceof ObjectNode object) {
              roots.add(object);
            }
          }
        };
    JsonDocuments.read(body, LIMITS, Set.of("subresources", "categories", "shortNames"), sink);
    if (roots.isEmpty()) {
      throw new MalformedDocumentException(0, "the answer is empty");
    }
  }
}
