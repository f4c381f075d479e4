package org.safeguard.nodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.safeguard.document.Documents;
import org.safeguard.document.MalformedDocumentException;
import org.safeguard.model.fact.Cluster;
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

/// Snapshots made of a few lines of YAML, and the facts of this module about them.
final class Given {

  private final List<Resource> resources = new ArrayList<>();
  private final List<TypeCoverage> coverage = new ArrayList<>();
  private String version = "";
  private String file = "given.yaml";
  private Instant capturedAt = Instant.EPOCH;

  static Given yaml(String text) {
    return new Given().and(text);
  }

  static Given of(List<Resource> resources) {
    Given given = new Given();
    given.resources.addAll(resources);
    return given;
  }

  Given and(String text) {
    try {
      for (Node document : Documents.yaml(text)) {
        resources.add(resource((ObjectNode) document, file));
      }
    } catch (MalformedDocumentException e) {
      throw new UncheckedIOException(new IOException(e));
    }
    return this;
  }

  /// What follows is read from this file.
  Given from(String file) {
    this.file = file;
    return this;
  }

  Given version(String version) {
    this.version = version;
    return this;
  }

  Given capturedOn(String day) {
    capturedAt = Instant.parse(day + "T00:00:00Z");
    return this;
  }

  Given with(Coverage state, String type) {
    coverage.add(new TypeCoverage(ResourceType.of(type), state, 0, ""));
    return this;
  }

  List<Resource> resources() {
    return resources;
  }

  Snapshot snapshot() {
    return new Snapshot(
        "id",
        "source",
        "manifests",
        "",
        capturedAt == Instant.EPOCH ? null : capturedAt,
        version.isEmpty() ? null : version,
        List.of(),
        resources,
        coverage,
        List.of());
  }

  ClusterObjects objects() {
    return new ClusterObjects(snapshot());
  }

  AddedFacts facts() {
    return new NodeFacts().facts(snapshot(), objects(), known());
  }

  <F extends Fact> List<F> facts(Class<F> kind) {
    return facts().facts().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// What the other assessors would have found, but workloads.
  private Facts known() {
    Resource whole =
        new Resource("", "Cluster", "", "source", null, null, "source", ObjectNode.EMPTY);
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
    return new Facts(
        cluster, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
        List.of(), List.of(), List.of(), List.of(), Map.of());
  }

  /// Facts as text that shows every known component, in an order of its own.
  static List<String> text(List<Fact> facts) {
    return List.copyOf(new TreeSet<>(facts.stream().map(Given::text).toList()));
  }

  private static String text(Fact fact) {
    StringBuilder text = new StringBuilder(fact.getClass().getSimpleName());
    for (var component : fact.getClass().getRecordComponents()) {
      Object value;
      try {
        value = component.getAccessor().invoke(fact);
      } catch (ReflectiveOperationException e) {
        value = "unknown";
      }
      text.append(' ').append(component.getName()).append('=').append(value);
    }
    return text.toString();
  }

  private static Resource resource(ObjectNode body, String file) {
    ObjectNode metadata = body.object("metadata");
    return new Resource(
        body.text("apiVersion").orElse(""),
        body.text("kind").orElse(""),
        metadata.text("namespace").orElse(""),
        metadata.text("name").orElse(""),
        metadata.text("uid").orElse(null),
        metadata.text("resourceVersion").orElse(null),
        file,
        body);
  }
}
