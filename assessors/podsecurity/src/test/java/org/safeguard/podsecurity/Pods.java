package org.safeguard.podsecurity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.safeguard.document.Documents;
import org.safeguard.document.MalformedDocumentException;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;
import org.safeguard.objects.Path;
import org.safeguard.objects.Place;
import org.safeguard.objects.PodTemplate;
import org.safeguard.objects.TemplateKind;

/// Pods made of a few lines of YAML.
final class Pods {

  static final ObjectNode RESTRICTED =
      tree(
          """
          securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
          initContainers:
            - {name: init, image: i, securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}}
          containers:
            - {name: main, image: i, securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}}
          """);

  private static final ObjectNode DEBUG =
      tree(
          "{name: debug, image: i, securityContext: {allowPrivilegeEscalation: false, capabilities:"
              + " {drop: [ALL]}}}");

  private Pods() {}

  static ObjectNode tree(String yaml) {
    return (ObjectNode) documents(yaml).getFirst();
  }

  static List<Node> documents(String yaml) {
    try {
      return Documents.yaml(yaml);
    } catch (MalformedDocumentException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  static List<ObjectNode> resource(String name) {
    try (InputStream in = Objects.requireNonNull(Pods.class.getResourceAsStream(name))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return ((ArrayNode) documents(text).getFirst()).objects();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PodTemplate pod(ObjectNode annotations, ObjectNode spec) {
    ObjectNode metadata =
        ObjectNode.builder(1).put("name", text("p")).put("annotations", annotations).build();
    return pod(
        ObjectNode.builder(1)
            .put("apiVersion", text("v1"))
            .put("kind", text("Pod"))
            .put("metadata", metadata)
            .put("spec", spec)
            .build());
  }

  static PodTemplate pod(String yaml) {
    return pod(tree(yaml));
  }

  static PodTemplate pod(ObjectNode body) {
    Resource resource = new Resource("v1", "Pod", "", "p", null, null, "given.yaml", body);
    return PodTemplate.of(TemplateKind.POD, Place.of(resource, Path.root()));
  }

  /// The restricted pod with the changes of a case.
  static PodTemplate changed(ObjectNode change) {
    ObjectNode spec = merged(RESTRICTED, change.object("spec"));
    if (change.has("pod")) {
      spec = with(spec, "securityContext", change.get("pod"));
    }
    spec = container(spec, "initContainers", change, "init");
    spec = container(spec, "containers", change, "main");
    if (change.has("container")) {
      ObjectNode main = spec.array("containers").objects().getFirst();
      spec = put(spec, "containers", list(merged(main, change.object("container"))));
    }
    if (change.get("debug") != null) {
      ObjectNode debug = with(DEBUG, "securityContext", change.get("debug"));
      spec = put(spec, "ephemeralContainers", list(debug));
    }
    return pod(change.object("annotations"), spec);
  }

  private static ObjectNode container(ObjectNode spec, String list, ObjectNode change, String key) {
    if (!change.has(key)) {
      return spec;
    }
    ObjectNode container = spec.array(list).objects().getFirst();
    return put(spec, list, list(with(container, "securityContext", change.get(key))));
  }

  /// Merges a mapping into a member, or puts something else in its place.
  private static ObjectNode with(ObjectNode holder, String key, Node change) {
    return change instanceof ObjectNode object
        ? put(holder, key, merged(holder.object(key), object))
        : put(holder, key, change);
  }

  private static ObjectNode merged(ObjectNode base, ObjectNode change) {
    ObjectNode result = base;
    for (String key : change.keys()) {
      Node value = Objects.requireNonNull(change.get(key));
      result =
          value instanceof ObjectNode object && base.get(key) instanceof ObjectNode old
              ? put(result, key, merged(old, object))
              : put(result, key, value);
    }
    return result;
  }

  private static ObjectNode put(ObjectNode holder, String key, Node value) {
    ObjectNode.Builder copy = ObjectNode.builder(1);
    holder.each(copy::put);
    return copy.put(key, value).build();
  }

  private static ArrayNode list(Node only) {
    return new ArrayNode(new ArrayList<>(List.of(only)), 1);
  }

  private static ScalarNode text(String text) {
    return new ScalarNode(text, 1);
  }
}
