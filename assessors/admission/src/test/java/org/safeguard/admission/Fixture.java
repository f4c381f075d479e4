package org.safeguard.admission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.safeguard.document.Documents;
import org.safeguard.document.MalformedDocumentException;
import org.safeguard.model.fact.AdmissionPolicy;
import org.safeguard.model.fact.AdmissionWebhook;
import org.safeguard.model.fact.Cluster;
import org.safeguard.model.fact.ControlEnforcement;
import org.safeguard.model.fact.Enforcement;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.Namespace;
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
import org.safeguard.objects.Types;

/// A cluster in YAML, whose types are all captured unless a test says otherwise.
record Fixture(List<Resource> resources, Map<String, Coverage> coverage) {

  private static final List<String> WHOLE =
      List.of(
          "Namespace",
          "Service",
          "Pod",
          "ConfigMap",
          "Deployment.apps",
          "CustomResourceDefinition.apiextensions.k8s.io",
          "ValidatingWebhookConfiguration.admissionregistration.k8s.io",
          "MutatingWebhookConfiguration.admissionregistration.k8s.io",
          "ValidatingAdmissionPolicy.admissionregistration.k8s.io",
          "ValidatingAdmissionPolicyBinding.admissionregistration.k8s.io");

  /// Types that a cluster without their product does not serve.
  private static final List<String> PRODUCTS =
      List.of(
          "ClusterPolicy.kyverno.io",
          "Policy.kyverno.io",
          "PolicyException.kyverno.io",
          "PolicyException.policies.kyverno.io",
          "ValidatingPolicy.policies.kyverno.io",
          "ImageValidatingPolicy.policies.kyverno.io",
          "ConstraintTemplate.templates.gatekeeper.sh",
          "Config.config.gatekeeper.sh",
          "ClusterAdmissionPolicy.policies.kubewarden.io",
          "AdmissionPolicy.policies.kubewarden.io",
          "PolicyServer.policies.kubewarden.io",
          "ClusterImagePolicy.policy.sigstore.dev",
          "SecurityContextConstraints.security.openshift.io");

  static final String KYVERNO =
      """
      ---
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingWebhookConfiguration
      metadata: {name: kyverno-resource-validating-webhook-cfg}
      webhooks:
        - name: validate.kyverno.svc-fail
          failurePolicy: Fail
          clientConfig: {service: {namespace: kyverno, name: kyverno-svc}}
          rules:
            - apiGroups: [""]
              apiVersions: [v1]
              operations: [CREATE, UPDATE]
              resources: [pods, pods/ephemeralcontainers]
      """;

  static Fixture of(String... yaml) {
    return new Fixture(read(String.join("\n---\n", yaml)), Map.of());
  }

  Fixture with(String type, Coverage state) {
    return new Fixture(resources, Map.of(type, state));
  }

  AddedFacts added(Instant capturedAt) {
    List<TypeCoverage> states = new ArrayList<>();
    for (String type : WHOLE) {
      states.add(state(type, coverage.getOrDefault(type, Coverage.CAPTURED)));
    }
    for (String type : PRODUCTS) {
      boolean there = resources.stream().anyMatch(r -> r.type().toString().equals(type));
      states.add(
          state(type, coverage.getOrDefault(type, there ? Coverage.CAPTURED : Coverage.ABSENT)));
    }
    coverage.forEach(
        (type, state) -> {
          if (!WHOLE.contains(type) && !PRODUCTS.contains(type)) {
            states.add(state(type, state));
          }
        });
    Snapshot snapshot =
        new Snapshot(
            "id",
            "source",
            "bundle",
            "",
            capturedAt,
            "1.31.0",
            List.of(),
            resources,
            states,
            List.of());
    ClusterObjects objects = new ClusterObjects(snapshot);
    return new AdmissionFacts().facts(snapshot, objects, known(objects));
  }

  /// The same without the objects of a type, in whose place stands what is known of it.
  Fixture without(ResourceType type, Coverage state) {
    List<Resource> left =
        resources.stream().filter(resource -> !resource.type().equals(type)).toList();
    return new Fixture(left, Map.of(type.toString(), state));
  }

  Fixture inOrder(List<Resource> other) {
    return new Fixture(other, coverage);
  }

  AddedFacts added() {
    return added(Instant.parse("2026-11-24T00:00:00Z"));
  }

  Enforcement enforcement(String namespace) {
    return added().facts().stream()
        .filter(Enforcement.class::isInstance)
        .map(Enforcement.class::cast)
        .filter(fact -> fact.name().equals(namespace))
        .findFirst()
        .orElseThrow();
  }

  ControlEnforcement control(String namespace, String id) {
    return enforcement(namespace).controls().stream()
        .filter(control -> control.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  AdmissionPolicy policy(String name) {
    return added().facts().stream()
        .filter(AdmissionPolicy.class::isInstance)
        .map(AdmissionPolicy.class::cast)
        .filter(fact -> fact.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  AdmissionWebhook webhook(String name) {
    return added().facts().stream()
        .filter(AdmissionWebhook.class::isInstance)
        .map(AdmissionWebhook.class::cast)
        .filter(fact -> fact.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static TypeCoverage state(String type, Coverage state) {
    return new TypeCoverage(ResourceType.of(type), state, 0, "");
  }

  private static Facts known(ClusterObjects objects) {
    List<Namespace> namespaces =
        objects.placesOf(Types.NAMESPACE).stream()
            .map(
                place -> {
                  Map<String, String> labels =
                      place.at("metadata", "labels").textMap().orElse(Map.of());
                  return new Namespace(
                      place.resource().name(),
                      labels,
                      Map.of(),
                      labels.getOrDefault("safeguard.hipaa/ephi", "unknown"),
                      labels.getOrDefault("pod-security.kubernetes.io/enforce", ""),
                      "",
                      "",
                      "",
                      List.of(),
                      List.of(),
                      false,
                      false,
                      List.of(),
                      List.of(),
                      place.resource().name().startsWith("kube-"),
                      Provenance.builder(place.resource(), JsonPointer.ROOT).build());
                })
            .toList();
    Resource whole = new Resource("", "Cluster", "", "cluster", null, null, "-", ObjectNode.EMPTY);
    Cluster cluster =
        new Cluster(
            "1.31.0",
            "bundle",
            0,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            Provenance.builder(whole, JsonPointer.ROOT).build());
    return new Facts(
        cluster,
        List.of(),
        namespaces,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of());
  }

  private static List<Resource> read(String yaml) {
    try {
      List<Resource> resources = new ArrayList<>();
      for (Node node : Documents.yaml(yaml)) {
        if (node instanceof ObjectNode object && object.has("kind")) {
          ObjectNode metadata = object.object("metadata");
          resources.add(
              new Resource(
                  object.text("apiVersion").orElse(""),
                  object.text("kind").orElse(""),
                  metadata.text("namespace").orElse(""),
                  metadata.text("name").orElse(""),
                  null,
                  null,
                  "fixture.yaml",
                  object));
        }
      }
      return resources;
    } catch (MalformedDocumentException e) {
      throw new AssertionError(e);
    }
  }
}
