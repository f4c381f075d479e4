package org.safeguard.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Traced;

/// A redacted value, or one of the wrong type, is unknown; it never reads as the default.
class UnknownTest {

  private static Map<String, Cause> unknown(String fact, String field, String value) {
    Given given = Given.yaml(withField(field, value)).whole();
    Traced traced = fact.equals("Container") ? given.container() : given.workload();
    return traced.provenance().unknown();
  }

  /// A deployment with one field set, given as a path from the container or the pod spec.
  private static String withField(String path, String value) {
    List<String> steps = List.of(path.split("/"));
    String nested = value;
    for (String step : steps.subList(1, steps.size()).reversed()) {
      nested = step.matches("[0-9]+") ? "[" + nested + "]" : "{" + step + ": " + nested + "}";
    }
    String inner = nested.startsWith("{") ? nested.substring(1, nested.length() - 1) : "";
    return switch (steps.getFirst()) {
      case "container" ->
          "{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}, spec: {template: {spec:"
              + " {containers: [{name: c, "
              + inner
              + "}]}}}}";
      case "pod" ->
          "{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}, spec: {template: {spec: {"
              + inner
              + "}}}}";
      default -> "{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}, " + inner + "}";
    };
  }

  @ParameterizedTest
  @CsvSource({
    "image, container/image",
    "imagePullPolicy, container/imagePullPolicy",
    "privileged, container/securityContext/privileged",
    "privileged, container/securityContext",
    "allowPrivilegeEscalation, container/securityContext/allowPrivilegeEscalation",
    "runAsNonRoot, container/securityContext/runAsNonRoot",
    "runAsUser, container/securityContext/runAsUser",
    "runAsGroup, container/securityContext/runAsGroup",
    "readOnlyRootFilesystem, container/securityContext/readOnlyRootFilesystem",
    "readOnlyRootFilesystem, container/securityContext",
    "capabilitiesAdded, container/securityContext/capabilities/add",
    "capabilitiesAdded, container/securityContext/capabilities/add/0",
    "capabilitiesAdded, container/securityContext/capabilities",
    "capabilitiesDropped, container/securityContext/capabilities/drop",
    "seccompProfile, container/securityContext/seccompProfile/type",
    "seccompProfile, container/securityContext/seccompProfile",
    "appArmorProfile, container/securityContext/appArmorProfile/type",
    "seLinuxType, container/securityContext/seLinuxOptions/type",
    "seLinuxUser, container/securityContext/seLinuxOptions",
    "seLinuxRole, container/securityContext/seLinuxOptions/role",
    "procMount, container/securityContext/procMount",
    "windowsHostProcess, container/securityContext/windowsOptions/hostProcess",
    "ports, container/ports",
    "ports, container/ports/0",
    "environment, container/env",
    "environmentSources, container/envFrom",
    "mounts, container/volumeMounts",
    "command, container/command",
    "arguments, container/args",
    "arguments, container/args/0",
    "credentialInArguments, container/args",
    "cpuRequest, container/resources/requests/cpu",
    "memoryRequest, container/resources/limits/memory",
    "cpuLimit, container/resources",
    "memoryLimit, container/resources/limits",
    "ephemeralStorageLimit, container/resources/limits/ephemeral-storage",
    "livenessProbe, container/livenessProbe",
    "readinessProbe, container/readinessProbe",
    "startupProbe, container/startupProbe",
    "probeHosts, container/livenessProbe/httpGet/host"
  })
  void aRedactedFieldOfAContainerIsUnknown(String component, String path) {
    assertUnknown("Container", component, path);
  }

  @ParameterizedTest
  @CsvSource({
    "labels, object/metadata/labels",
    "podLabels, object/spec/template/metadata/labels",
    "replicas, object/spec/replicas",
    "updateStrategy, object/spec/strategy",
    "hostNetwork, pod/hostNetwork",
    "hostPID, pod/hostPID",
    "hostIPC, pod/hostIPC",
    "hostUsers, pod/hostUsers",
    "shareProcessNamespace, pod/shareProcessNamespace",
    "securityContext, pod/securityContext",
    "fsGroup, pod/securityContext",
    "serviceAccount, pod/serviceAccountName",
    "serviceAccountExists, pod/serviceAccountName",
    "tokenMounted, pod/serviceAccountName",
    "serviceAccountRules, pod/serviceAccountName",
    "clusterAdmin, pod/serviceAccountName",
    "tokenMounted, pod/automountServiceAccountToken",
    "runtimeClass, pod/runtimeClassName",
    "priorityClass, pod/priorityClassName",
    "restartPolicy, pod/restartPolicy",
    "dnsPolicy, pod/dnsPolicy",
    "hostAliases, pod/hostAliases",
    "controlPlaneToleration, pod/tolerations",
    "fsGroup, pod/securityContext/fsGroup",
    "supplementalGroups, pod/securityContext/supplementalGroups",
    "sysctls, pod/securityContext/sysctls",
    "imagePullSecrets, pod/imagePullSecrets",
    "volumes, pod/volumes",
    "containers, pod/containers",
    "containers, pod/initContainers",
    "containers, object/spec/template",
    "hostNetwork, object/spec/template",
    "hostNetwork, object/spec",
    "topologySpread, pod/topologySpreadConstraints",
    "topologySpread, pod/affinity/podAntiAffinity",
    "ingressPolicies, object/spec/template/metadata/labels",
    "egressPolicies, object/spec/template/metadata/labels",
    "exposures, object/spec/template/metadata/labels",
    "disruptionBudgets, object/spec/template/metadata/labels"
  })
  void aRedactedFieldOfAWorkloadIsUnknown(String component, String path) {
    assertUnknown("Workload", component, path);
  }

  private static void assertUnknown(String fact, String component, String path) {
    Cause redacted = unknown(fact, path, "\"***HIDDEN***\"").get(component);
    Cause malformed = unknown(fact, path, "[[1]]").get(component);

    assertTrue(redacted != null, component + " of a redacted " + path);
    assertEquals(Cause.Code.REDACTED, redacted.code());
    assertTrue(malformed != null, component + " of a malformed " + path);
    assertEquals(Cause.Code.MALFORMED, malformed.code());
  }

  @ParameterizedTest
  @CsvSource({
    "Container, privileged, container/securityContext/privileged, '\"true\"'",
    "Container, runAsUser, container/securityContext/runAsUser, '\"0\"'",
    "Container, runAsUser, container/securityContext/runAsUser, 1.5",
    "Container, image, container/image, 5",
    "Workload, hostNetwork, pod/hostNetwork, 1",
    "Workload, replicas, object/spec/replicas, many"
  })
  void aValueOfTheWrongTypeIsUnknown(String fact, String component, String path, String value) {
    assertEquals(Cause.Code.MALFORMED, unknown(fact, path, value).get(component).code());
  }

  @ParameterizedTest
  @CsvSource({
    "Container, privileged, container/securityContext/privileged",
    "Container, ports, container/ports",
    "Workload, hostNetwork, pod/hostNetwork",
    "Workload, volumes, pod/volumes"
  })
  void nullIsAbsent(String fact, String component, String path) {
    assertEquals(null, unknown(fact, path, "null").get(component));
  }
}
