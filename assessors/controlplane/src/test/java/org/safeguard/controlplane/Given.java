package org.safeguard.controlplane;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.safeguard.document.Documents;
import org.safeguard.document.MalformedDocumentException;
import org.safeguard.model.fact.Cluster;
import org.safeguard.model.fact.ComponentSetting;
import org.safeguard.model.fact.ControlPlaneComponent;
import org.safeguard.model.fact.Fact;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.Provenance;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.TypeCoverage;
import org.safeguard.model.tree.JsonPointer;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.objects.AddedFacts;
import org.safeguard.objects.ClusterObjects;

/// Snapshots made of a few lines of YAML.
final class Given {

  private final List<Resource> resources = new ArrayList<>();
  private final List<TypeCoverage> coverage = new ArrayList<>();
  private String version = "1.31.2";

  static Given yaml(String text) {
    Given given = new Given();
    try {
      for (Node document : Documents.yaml(text)) {
        given.resources.add(resource((ObjectNode) document));
      }
    } catch (MalformedDocumentException e) {
      throw new IllegalArgumentException(e);
    }
    return given;
  }

  /// A pod of kube-system that runs a component.
  static String pod(String component, String name, String... command) {
    StringBuilder words = new StringBuilder();
    for (String word : command) {
      words.append("      - '").append(word.replace("'", "''")).append("'\n");
    }
    return """
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: %s, namespace: kube-system}
        spec:
          containers:
          - name: %s
            image: registry.k8s.io/%s:v1.31.2
            command:
        %s"""
        .formatted(name, component, component, words);
  }

  Given with(Coverage state, String... types) {
    for (String type : types) {
      coverage.add(new TypeCoverage(ResourceType.of(type), state, 0, "stated by the test"));
    }
    return this;
  }

  Given version(String text) {
    version = text;
    return this;
  }

  Given shuffled(long seed) {
    Collections.shuffle(resources, new Random(seed));
    return this;
  }

  AddedFacts added() {
    Snapshot snapshot =
        new Snapshot(
            "id",
            "test",
            "manifests",
            "",
            null,
            version,
            List.of(),
            resources,
            coverage,
            List.of());
    Resource whole = new Resource("", "Cluster", "", "test", null, null, "test", ObjectNode.EMPTY);
    Cluster cluster =
        new Cluster(
            version,
            "manifests",
            0,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            Provenance.builder(whole, JsonPointer.ROOT).build());
    Facts known =
        new Facts(
            cluster, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of(), List.of(), List.of(), List.of(), Map.of());
    return new ControlPlaneFacts().facts(snapshot, new ClusterObjects(snapshot), known);
  }

  <F extends Fact> List<F> facts(Class<F> kind) {
    return added().facts().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// The instances of a component.
  List<ControlPlaneComponent> components(String component) {
    return facts(ControlPlaneComponent.class).stream()
        .filter(fact -> fact.component().equals(component))
        .toList();
  }

  ControlPlaneComponent only(String component) {
    List<ControlPlaneComponent> all = components(component);
    if (all.size() != 1) {
      throw new AssertionError(all);
    }
    return all.getFirst();
  }

  static ComponentSetting flag(ControlPlaneComponent component, String name) {
    return component.flags().stream()
        .filter(flag -> flag.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Resource resource(ObjectNode body) {
    ObjectNode metadata = body.object("metadata");
    return new Resource(
        body.text("apiVersion").orElse("v1"),
        body.text("kind").orElse(""),
        metadata.text("namespace").orElse(""),
        metadata.text("name").orElse(""),
        null,
        null,
        "test.yaml",
        body);
  }
}
