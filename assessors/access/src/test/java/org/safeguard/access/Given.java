package org.safeguard.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.safeguard.document.Documents;
import org.safeguard.document.MalformedDocumentException;
import org.safeguard.model.fact.Cluster;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.Identity;
import org.safeguard.model.fact.Provenance;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.TypeCoverage;
import org.safeguard.model.tree.JsonPointer;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.objects.ClusterObjects;

/// Snapshots made of a few lines of YAML, with every type that access looks at captured.
final class Given {

  static final List<String> TYPES =
      List.of(
          "Pod",
          "Node",
          "Namespace",
          "Secret",
          "ConfigMap",
          "ServiceAccount",
          "Role.rbac.authorization.k8s.io",
          "ClusterRole.rbac.authorization.k8s.io",
          "RoleBinding.rbac.authorization.k8s.io",
          "ClusterRoleBinding.rbac.authorization.k8s.io",
          "ValidatingWebhookConfiguration.admissionregistration.k8s.io");

  private final List<Resource> resources;
  private final List<TypeCoverage> coverage = new ArrayList<>();

  private Given(List<Resource> resources) {
    this.resources = resources;
    TYPES.forEach(type -> cover(type, Coverage.CAPTURED));
  }

  static Given yaml(String text) {
    List<Resource> resources = new ArrayList<>();
    try {
      for (Node document : Documents.yaml(text)) {
        if (document instanceof ObjectNode object) {
          resources.add(resource(object));
        }
      }
    } catch (MalformedDocumentException e) {
      throw new UncheckedIOException(new IOException(e));
    }
    return new Given(resources);
  }

  static Given of(List<Resource> resources) {
    return new Given(resources);
  }

  /// States the coverage of a type anew.
  Given with(String type, Coverage state) {
    coverage.removeIf(entry -> entry.type().equals(ResourceType.of(type)));
    cover(type, state);
    return this;
  }

  private void cover(String type, Coverage state) {
    coverage.add(new TypeCoverage(ResourceType.of(type), state, 0, ""));
  }

  List<Resource> resources() {
    return resources;
  }

  EffectiveAccess access() {
    return EffectiveAccess.of(new ClusterObjects(snapshot()), known());
  }

  List<Identity> identities() {
    return new IdentityFacts()
        .facts(snapshot(), new ClusterObjects(snapshot()), known()).facts().stream()
            .map(Identity.class::cast)
            .toList();
  }

  Identity identity(String kind, String name) {
    return identities().stream()
        .filter(identity -> identity.kind().equals(kind) && identity.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private Snapshot snapshot() {
    return new Snapshot(
        "id", "source", "manifests", "", null, null, List.of(), resources, coverage, List.of());
  }

  /// Facts without workloads, namespaces and secrets; those are tried where they are made.
  private static Facts known() {
    Resource whole = new Resource("", "Cluster", "", "", null, null, "source", ObjectNode.EMPTY);
    Cluster cluster =
        new Cluster(
            "",
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

  private static Resource resource(ObjectNode body) {
    ObjectNode metadata = body.object("metadata");
    return new Resource(
        body.text("apiVersion").orElse(""),
        body.text("kind").orElse(""),
        metadata.text("namespace").orElse(""),
        metadata.text("name").orElse(""),
        metadata.text("uid").orElse(null),
        metadata.text("resourceVersion").orElse(null),
        "given.yaml",
        body);
  }
}
