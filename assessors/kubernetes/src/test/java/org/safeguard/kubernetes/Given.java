package org.safeguard.kubernetes;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safeguard.document.Documents;
import org.safeguard.document.MalformedDocumentException;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Container;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.Provenance;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.fact.Workload;
import org.safeguard.model.risk.Designation;
import org.safeguard.model.risk.Scope;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.TypeCoverage;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;

/// Snapshots made of a few lines of YAML.
final class Given {

  private static final Set<String> OWN =
      Set.of(
          "Workload",
          "Container",
          "Namespace",
          "ServiceAccount",
          "Role",
          "Binding",
          "Service",
          "Ingress",
          "NetworkPolicy",
          "Secret",
          "ConfigMap");

  private final List<Resource> resources = new ArrayList<>();
  private final List<TypeCoverage> coverage = new ArrayList<>();
  private final List<Designation> designations = new ArrayList<>();
  private @Nullable Instant capturedAt;

  static Given yaml(String text) {
    Given given = new Given();
    try {
      for (Node document : Documents.yaml(text)) {
        given.resources.add(resource((ObjectNode) document));
      }
    } catch (MalformedDocumentException e) {
      throw new UncheckedIOException(new java.io.IOException(e));
    }
    return given;
  }

  static Given of(List<Resource> resources) {
    Given given = new Given();
    given.resources.addAll(resources);
    return given;
  }

  /// Adds the coverage of types, such as `NetworkPolicy.networking.k8s.io`.
  Given with(Coverage state, String... types) {
    for (String type : types) {
      coverage.add(new TypeCoverage(ResourceType.of(type), state, 0, "stated by the test"));
    }
    return this;
  }

  Given capturedAt(String time) {
    capturedAt = Instant.parse(time);
    return this;
  }

  /// Every type that facts look for is captured, be it without objects.
  Given whole() {
    return with(
        Coverage.CAPTURED,
        "Pod",
        "Service",
        "ServiceAccount",
        "Secret",
        "ConfigMap",
        "ResourceQuota",
        "LimitRange",
        "Ingress.networking.k8s.io",
        "NetworkPolicy.networking.k8s.io",
        "PodDisruptionBudget.policy",
        "Role.rbac.authorization.k8s.io",
        "ClusterRole.rbac.authorization.k8s.io",
        "RoleBinding.rbac.authorization.k8s.io",
        "ClusterRoleBinding.rbac.authorization.k8s.io");
  }

  Given scope(String namespace, String kind, String name, String ephi) {
    designations.add(
        new Designation(
            namespace, kind, name, ephi, "", "", "", "scope.yaml:" + (designations.size() + 1)));
    return this;
  }

  Given scope(Designation designation) {
    designations.add(designation);
    return this;
  }

  Scope scope() {
    return new Scope("", "", "", "", designations);
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
        capturedAt,
        null,
        List.of(),
        resources,
        coverage,
        List.of());
  }

  /// The facts that this module makes itself, without those that other assessors add.
  Facts facts() {
    Facts all = KubernetesFacts.of(snapshot(), scope());
    Map<String, Cause> gaps = new HashMap<>(all.gaps());
    gaps.keySet().retainAll(OWN);
    return new Facts(
        all.cluster(),
        all.workloads(),
        all.namespaces(),
        all.serviceAccounts(),
        all.roles(),
        all.bindings(),
        all.services(),
        all.ingresses(),
        all.networkPolicies(),
        all.secrets(),
        all.configMaps(),
        List.of(),
        gaps);
  }

  Workload workload() {
    return facts().workloads().getFirst();
  }

  Container container() {
    return workload().containers().getFirst();
  }

  /// The first reading of a component, as `pointer:line observed`.
  static String read(Provenance provenance, String component) {
    Reading reading = provenance.readings(component).getFirst();
    return reading.pointer() + ":" + reading.line() + " " + reading.observed();
  }

  static Resource resource(ObjectNode body) {
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
