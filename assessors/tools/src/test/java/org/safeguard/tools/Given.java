package org.safeguard.tools;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.safeguard.document.Documents;
import org.safeguard.document.MalformedDocumentException;
import org.safeguard.model.fact.Cluster;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.Image;
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

/// Snapshots made of a few lines of YAML. Facts about workloads are made elsewhere, so there are
/// none here; the tests of the rules go through all of them.
final class Given {

  private final List<Resource> resources = new ArrayList<>();
  private final List<TypeCoverage> coverage = new ArrayList<>();

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

  Given with(Coverage state, String... types) {
    for (String type : types) {
      coverage.add(new TypeCoverage(ResourceType.of(type), state, 0, ""));
    }
    return this;
  }

  Given shuffled(long seed) {
    Collections.shuffle(resources, new Random(seed));
    return this;
  }

  Snapshot snapshot() {
    return new Snapshot(
        "id", "source", "manifests", "", null, null, List.of(), resources, coverage, List.of());
  }

  AddedFacts facts() {
    Snapshot snapshot = snapshot();
    Resource whole = new Resource("", "Cluster", "", "c", null, null, "x", ObjectNode.EMPTY);
    Provenance provenance = Provenance.builder(whole, JsonPointer.ROOT).build();
    Cluster cluster =
        new Cluster(
            "", "manifests", 0, List.of(), List.of(), List.of(), List.of(), Map.of(), provenance);
    Facts known =
        new Facts(
            cluster, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of(), List.of(), List.of(), List.of(), Map.of());
    return new ToolFacts().facts(snapshot, new ClusterObjects(snapshot), known);
  }

  static Image image(String registry, String repository) {
    Resource pod = new Resource("v1", "Pod", "", "p", null, null, "x", ObjectNode.EMPTY);
    return new Image(
        registry + "/" + repository,
        registry,
        repository,
        "",
        "",
        true,
        Provenance.builder(pod, JsonPointer.ROOT).build());
  }

  private static Resource resource(ObjectNode body) {
    ObjectNode metadata = body.object("metadata");
    return new Resource(
        body.text("apiVersion").orElse(""),
        body.text("kind").orElse(""),
        metadata.text("namespace").orElse(""),
        metadata.text("name").orElse(""),
        null,
        null,
        "given.yaml",
        body);
  }
}
