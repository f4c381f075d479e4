package org.safeguard.podsecurity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.TypeCoverage;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Types;
import org.safeguard.objects.Value;

/// Defaults and labels of namespaces.
class ClusterPolicyTest {

  private static final String SERVER =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: kube-apiserver-a, namespace: kube-system, labels: {component: kube-apiserver}}
      spec: {containers: [{name: kube-apiserver, image: i, command: [kube-apiserver, "%s"]}]}
      """;
  private static final String FILE =
      """
      apiVersion: pod-security.admission.config.k8s.io/v1
      kind: PodSecurityConfiguration
      metadata: {name: file}
      defaults: {enforce: baseline, enforce-version: v1.30, warn: restricted}
      exemptions: {namespaces: [agents], runtimeClasses: [kata]}
      """;

  @Test
  void withoutFileAndServerNobodyCanTell() {
    NamespacePolicy policy = policy("", "{}", Coverage.CAPTURED);
    assertEquals(Cause.Code.NOT_CAPTURED, cause(policy.level("enforce")).code());
  }

  @Test
  void aProviderDecidesWhereItRunsTheServer() {
    ClusterPolicy policy = ClusterPolicy.of(objects("", Coverage.CAPTURED), "v1.31.2-eks-7f9249a");
    assertEquals(
        Cause.Code.PROVIDER_MANAGED, cause(policy.level("enforce", namespace("{}"))).code());
  }

  @Test
  void aServerWithoutFileHasTheBuiltInDefaults() {
    NamespacePolicy policy = policy(SERVER.formatted("--v=2"), "{}", Coverage.CAPTURED);
    assertEquals(Level.PRIVILEGED, policy.level("enforce").orElse(Level.RESTRICTED));
    assertEquals(false, policy.defaults().exempts("namespaces", "a", namespace("{}")).orElse(true));
  }

  @Test
  void aServerWithAFileThatIsNotHereLeavesItOpen() {
    String flag = "--admission-control-config-file=/etc/a.yaml";
    NamespacePolicy policy = policy(SERVER.formatted(flag), "{}", Coverage.CAPTURED);
    assertEquals(Cause.Code.NOT_CAPTURED, cause(policy.level("enforce")).code());
  }

  @Test
  void someServersMayBeMissing() {
    NamespacePolicy policy = policy(SERVER.formatted("--v=2"), "{}", Coverage.PARTIAL);
    assertEquals(Cause.Code.NOT_CAPTURED, cause(policy.level("enforce")).code());
  }

  @Test
  void theFileDecidesWhereLabelsDoNot() {
    NamespacePolicy policy =
        policy(FILE, "{pod-security.kubernetes.io/warn: privileged}", Coverage.CAPTURED);
    assertEquals(Level.BASELINE, policy.level("enforce").orElse(Level.RESTRICTED));
    assertEquals(PolicyVersion.of(30), policy.version("enforce").orElse(PolicyVersion.LATEST));
    assertEquals(Level.PRIVILEGED, policy.level("warn").orElse(Level.RESTRICTED));
    assertEquals(Level.PRIVILEGED, policy.level("audit").orElse(Level.RESTRICTED));
    Place asking = namespace("{}");
    assertEquals(true, policy.defaults().exempts("namespaces", "agents", asking).orElse(false));
    assertEquals(true, policy.defaults().exempts("runtimeClasses", "kata", asking).orElse(false));
    assertEquals(false, policy.defaults().exempts("runtimeClasses", "runc", asking).orElse(true));
  }

  @Test
  void invalidLabelsAreReadAsThePlugInReadsThem() {
    NamespacePolicy policy =
        policy(
            "",
            "{pod-security.kubernetes.io/enforce: strict, pod-security.kubernetes.io/audit: strict,"
                + " pod-security.kubernetes.io/enforce-version: '1.30',"
                + " pod-security.kubernetes.io/enforced: baseline}",
            Coverage.CAPTURED);
    assertEquals(Level.RESTRICTED, policy.level("enforce").orElse(Level.PRIVILEGED));
    assertEquals(Level.PRIVILEGED, policy.level("audit").orElse(Level.RESTRICTED));
    assertEquals(PolicyVersion.LATEST, policy.version("enforce").orElse(PolicyVersion.of(1)));
    assertEquals(
        List.of(
            "pod-security.kubernetes.io/audit=strict",
            "pod-security.kubernetes.io/enforce-version=1.30",
            "pod-security.kubernetes.io/enforce=strict",
            "pod-security.kubernetes.io/enforced=baseline"),
        policy.invalid().orElse(List.of()));
  }

  private static NamespacePolicy policy(String objects, String labels, Coverage pods) {
    return new NamespacePolicy(namespace(labels), ClusterPolicy.of(objects(objects, pods), ""));
  }

  private static Place namespace(String labels) {
    return Pods.pod(
            "{apiVersion: v1, kind: Namespace, metadata: {name: a, labels: " + labels + "}}")
        .object();
  }

  private static ClusterObjects objects(String yaml, Coverage pods) {
    List<Resource> resources = new ArrayList<>();
    for (Node node : yaml.isEmpty() ? List.<Node>of() : Pods.documents(yaml)) {
      ObjectNode body = (ObjectNode) node;
      ObjectNode metadata = body.object("metadata");
      resources.add(
          new Resource(
              body.text("apiVersion").orElseThrow(),
              body.text("kind").orElseThrow(),
              metadata.text("namespace").orElse(""),
              metadata.text("name").orElseThrow(),
              null,
              null,
              "given.yaml",
              body));
    }
    ResourceType pod = Types.POD;
    return new ClusterObjects(
        new Snapshot(
            "id",
            "source",
            "manifests",
            "",
            null,
            null,
            List.of(),
            resources,
            List.of(new TypeCoverage(pod, pods, 0, "")),
            List.of()));
  }

  private static Cause cause(Value<?> value) {
    return value instanceof Value.Unreadable<?>(Place _, Cause cause)
        ? cause
        : new Cause(Cause.Code.ABSENT, "it is known");
  }
}
