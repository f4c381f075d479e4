package org.safeguard.remediation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.safeguard.model.fact.ControlEnforcement;
import org.safeguard.model.fact.Enforcement;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.UnknownEvidenceException;

/// A policy that refuses one thing, with a binding for the namespaces that can bear it and one that
/// only warns for those that cannot yet.
///
/// @param id of the control
/// @param title what it does
/// @param expression CEL over `variables.spec` and `variables.containers`
/// @param message what a person reads who is refused
record PolicyTemplate(String id, String title, String expression, String message) {

  private static final String REGISTRIES = "REGISTRIES";

  private static final String POLICY =
      """
      # %s. Needs Kubernetes 1.30 or newer.
      %s#
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicy
      metadata:
        name: safeguard-%s
      spec:
        failurePolicy: Fail
        matchConstraints:
          resourceRules:
          - apiGroups: [""]
            apiVersions: ["v1"]
            operations: ["CREATE", "UPDATE"]
            resources: ["pods", "pods/ephemeralcontainers", "replicationcontrollers", "podtemplates"]
          - apiGroups: ["apps"]
            apiVersions: ["v1"]
            operations: ["CREATE", "UPDATE"]
            resources: ["deployments", "replicasets", "statefulsets", "daemonsets"]
          - apiGroups: ["batch"]
            apiVersions: ["v1"]
            operations: ["CREATE", "UPDATE"]
            resources: ["jobs", "cronjobs"]
        variables:
        - name: spec
          expression: >-
            object.kind == "Pod" ? object.spec :
            object.kind == "PodTemplate" ? object.template.spec :
            object.kind == "CronJob" ? object.spec.jobTemplate.spec.template.spec :
            object.spec.template.spec
        - name: lasting
          expression: >-
            variables.spec.containers + variables.spec.?initContainers.orValue([])
        - name: containers
          expression: >-
            variables.lasting + variables.spec.?ephemeralContainers.orValue([])
        validations:
        - expression: >-
      %s
          message: "%s"
          reason: Forbidden
      """;

  private static final String BINDING =
      """
      ---
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicyBinding
      metadata:
        name: safeguard-%s-%s
      spec:
        policyName: safeguard-%s
        validationActions: [%s]
        matchResources:
          namespaceSelector:
            matchExpressions:
            - key: kubernetes.io/metadata.name
              operator: In
              values:
      %s
      """;

  /// The policy and its bindings, unless every application namespace has the control already.
  Optional<String> written(Facts facts) {
    List<String> ready = new ArrayList<>();
    List<String> later = new ArrayList<>();
    Breaches breaches = new Breaches(facts);
    for (String namespace : open(facts)) {
      (breaches.of(id, namespace).isEmpty() ? ready : later).add(namespace);
    }
    Optional<String> condition = condition(facts);
    if (condition.isEmpty() || ready.isEmpty() && later.isEmpty()) {
      return Optional.empty();
    }
    StringBuilder notes = new StringBuilder();
    for (String namespace : later) {
      notes
          .append("# Only warns in ")
          .append(namespace)
          .append(" as long as this is not mended: ")
          .append(shortened(breaches.of(id, namespace)))
          .append('\n');
    }
    String text =
        POLICY.formatted(title, notes, id, indented(condition.get()), message)
            + binding("deny", "Deny", ready)
            + binding("warn", "Warn, Audit", later);
    return Optional.of(text);
  }

  /// Application namespaces without the control. One that only workloads name counts too.
  private TreeSet<String> open(Facts facts) {
    TreeSet<String> open = new TreeSet<>();
    facts.workloads().stream()
        .filter(workload -> !workload.systemComponent())
        .forEach(workload -> open.add(workload.namespace()));
    for (Enforcement namespace : facts.of(Enforcement.class)) {
      if (namespace.systemNamespace() || isEnforced(namespace)) {
        open.remove(namespace.name());
      } else {
        open.add(namespace.name());
      }
    }
    return open;
  }

  private boolean isEnforced(Enforcement namespace) {
    try {
      return namespace.controls().stream()
          .filter(control -> control.id().equals(id))
          .anyMatch(ControlEnforcement::enforced);
    } catch (UnknownEvidenceException e) {
      return false; // a second policy does no harm
    }
  }

  /// The expression; empty for the registries of a cluster that runs no image.
  private Optional<String> condition(Facts facts) {
    if (!expression.contains(REGISTRIES)) {
      return Optional.of(expression);
    }
    TreeSet<String> prefixes = new TreeSet<>();
    facts.workloads().stream()
        .filter(workload -> !workload.systemComponent())
        .filter(workload -> !workload.provenance().unknown().containsKey("containers"))
        .flatMap(workload -> workload.containers().stream())
        .forEach(container -> Breaches.prefix(container).ifPresent(prefixes::add));
    if (prefixes.isEmpty()) {
      return Optional.empty();
    }
    String list =
        prefixes.stream().map(prefix -> '"' + prefix + '"').collect(Collectors.joining(", "));
    return Optional.of(expression.replace(REGISTRIES, list));
  }

  private String binding(String suffix, String actions, List<String> namespaces) {
    if (namespaces.isEmpty()) {
      return "";
    }
    String values =
        namespaces.stream()
            .map(name -> "        - \"" + name + '"')
            .collect(Collectors.joining("\n"));
    return BINDING.formatted(id, suffix, id, actions, values);
  }

  private static String indented(String expression) {
    return expression
        .lines()
        .flatMap(line -> Lines.wrapped(line.strip(), 90).stream())
        .map(line -> "      " + line)
        .collect(Collectors.joining("\n"));
  }

  private static String shortened(List<String> names) {
    return names.size() <= 5
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, 5)) + " and " + (names.size() - 5) + " more";
  }
}
