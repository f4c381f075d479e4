package org.safeguard.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.safeguard.document.Documents;
import org.safeguard.document.MalformedDocumentException;
import org.safeguard.model.fact.Cluster;
import org.safeguard.model.fact.Container;
import org.safeguard.model.fact.Fact;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.Image;
import org.safeguard.model.fact.Port;
import org.safeguard.model.fact.Provenance;
import org.safeguard.model.fact.Workload;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.TypeCoverage;
import org.safeguard.model.tree.JsonPointer;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.PodTemplate;
import org.safeguard.objects.TemplateKind;

/// Snapshots made of a few lines of YAML, with workload facts as far as connections need them.
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
      throw new UncheckedIOException(new IOException(e));
    }
    return given;
  }

  Given with(Coverage state, String... types) {
    for (String type : types) {
      coverage.add(new TypeCoverage(ResourceType.of(type), state, 0, ""));
    }
    return this;
  }

  /// The same objects in another order.
  Given shuffled(Random random) {
    Given other = new Given();
    other.resources.addAll(resources);
    Collections.shuffle(other.resources, random);
    other.coverage.addAll(coverage);
    return other;
  }

  /// The same without the objects of a type, and without a word on it.
  Given without(ResourceType type) {
    Given other = new Given();
    resources.stream().filter(r -> !r.type().equals(type)).forEach(other.resources::add);
    coverage.stream().filter(c -> !c.type().equals(type)).forEach(other.coverage::add);
    return other;
  }

  Snapshot snapshot() {
    return new Snapshot(
        "id", "source", "manifests", "", null, null, List.of(), resources, coverage, List.of());
  }

  ClusterObjects objects() {
    return new ClusterObjects(snapshot());
  }

  Connectivity connectivity() {
    ClusterObjects objects = objects();
    return Connectivity.of(objects, workloads(objects));
  }

  /// The table as text, a line for each pair.
  List<String> rows() {
    return rows(connectivity());
  }

  static List<String> rows(Connectivity connectivity) {
    return connectivity.rows().stream()
        .map(r -> r.source() + " => " + r.destination() + " : " + r.connections())
        .toList();
  }

  List<Fact> facts() {
    Snapshot snapshot = snapshot();
    ClusterObjects objects = new ClusterObjects(snapshot);
    List<Workload> workloads = workloads(objects);
    Resource anything = resources.getFirst();
    Provenance provenance = Provenance.builder(anything, JsonPointer.ROOT).build();
    Cluster cluster = Records.of(Cluster.class, Map.of("provenance", provenance));
    Facts known = Records.of(Facts.class, Map.of("cluster", cluster, "workloads", workloads));
    return new ReachabilityFacts().facts(snapshot, objects, known).facts();
  }

  <F extends Fact> List<F> facts(Class<F> kind) {
    return facts().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static List<Workload> workloads(ClusterObjects objects) {
    List<Workload> workloads = new ArrayList<>();
    for (ResourceType type : objects.types()) {
      TemplateKind.of(type)
          .ifPresent(
              kind ->
                  objects
                      .placesOf(type)
                      .forEach(place -> workloads.add(workload(PodTemplate.of(kind, place)))));
    }
    return workloads;
  }

  private static Workload workload(PodTemplate template) {
    Place object = template.object();
    Provenance provenance = Provenance.builder(object.resource(), object.pointer()).build();
    Map<String, String> labels = new LinkedHashMap<>(template.podLabels().orElse(Map.of()));
    String ephi = labels.getOrDefault("safeguard.hipaa/ephi", "unknown");
    boolean host = template.spec().at("hostNetwork").flag().orElse(false);
    List<Container> containers = new ArrayList<>();
    for (Place container : template.spec().at("containers").objects().orElse(List.of())) {
      containers.add(container(container, provenance));
    }
    return Records.of(
        Workload.class,
        Map.of(
            "kind", template.resource().kind(),
            "namespace", template.namespace(),
            "name", template.resource().name(),
            "podLabels", labels,
            "ephi", ephi,
            "hostNetwork", host,
            "containers", containers,
            "provenance", provenance));
  }

  private static Container container(Place place, Provenance provenance) {
    List<Port> ports = new ArrayList<>();
    for (Place port : place.at("ports").objects().orElse(List.of())) {
      ports.add(
          new Port(
              port.at("name").text().orElse(""),
              port.at("containerPort").number().orElse(0L),
              0,
              "",
              port.at("protocol").text().orElse("TCP"),
              provenance));
    }
    Image image =
        Records.of(
            Image.class,
            Map.of("repository", place.at("image").text().orElse("app"), "provenance", provenance));
    return Records.of(
        Container.class, Map.of("image", image, "ports", ports, "provenance", provenance));
  }

  static Resource resource(ObjectNode body) {
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
