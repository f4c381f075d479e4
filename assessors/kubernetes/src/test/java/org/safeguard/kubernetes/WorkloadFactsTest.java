package org.safeguard.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.UnknownEvidenceException;
import org.safeguard.model.fact.Workload;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.tree.JsonPointer;

class WorkloadFactsTest {

  private static final String TEMPLATE = "{metadata: {labels: {app: x}}, spec: {hostPID: true}}";

  @ParameterizedTest
  @CsvSource({
    "v1, ReplicationController, /spec/template",
    "v1, PodTemplate, /template",
    "apps/v1, ReplicaSet, /spec/template",
    "apps/v1, Deployment, /spec/template",
    "extensions/v1beta1, Deployment, /spec/template",
    "apps/v1, StatefulSet, /spec/template",
    "apps/v1, DaemonSet, /spec/template",
    "batch/v1, Job, /spec/template",
    "batch/v1, CronJob, /spec/jobTemplate/spec/template"
  })
  void everyKindWithATemplateIsAWorkload(String version, String kind, String pointer) {
    String nested = pointer.substring(1).replace("/", ": {");
    String closing = "}".repeat(pointer.split("/").length - 2);
    Workload workload =
        Given.yaml(
                "{apiVersion: %s, kind: %s, metadata: {name: a}, %s: %s%s}"
                    .formatted(version, kind, nested, TEMPLATE, closing))
            .workload();

    assertEquals(kind, workload.kind());
    assertEquals("default", workload.namespace());
    assertEquals(Map.of("app", "x"), workload.podLabels());
    assertTrue(workload.hostPID());
    assertEquals(pointer + "/spec/hostPID:1 true", Given.read(workload.provenance(), "hostPID"));
  }

  @Test
  void whatIsNotSetTakesTheDefaultsOfKubernetes() {
    Given given =
        Given.yaml(
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: web, namespace: clinic}
                spec:
                  template:
                    spec: {containers: []}
                """)
            .whole();
    Workload workload = given.workload();
    Workload expected =
        new Workload(
            "Deployment",
            "clinic",
            "web",
            Map.of(),
            Map.of(),
            Map.of(),
            1,
            "unknown",
            false,
            false,
            false,
            true,
            false,
            false,
            "default",
            true,
            true,
            List.of(),
            false,
            "",
            "",
            "",
            "Always",
            "ClusterFirst",
            false,
            false,
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            false,
            "RollingUpdate",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            false,
            List.of(),
            List.of(),
            List.of(),
            workload.provenance());

    assertEquals(expected, workload);
    assertEquals(Map.of(), workload.provenance().unknown());
    assertEquals(
        "/spec/template/spec/hostUsers:6 absent (default: true)",
        Given.read(workload.provenance(), "hostUsers"));
  }

  @Test
  void whatACapturedControllerOwnsIsNoWorkloadOfItsOwn() {
    Facts facts =
        Given.yaml(
                """
                {apiVersion: apps/v1, kind: Deployment, metadata: {name: web, uid: d1}}
                ---
                apiVersion: apps/v1
                kind: ReplicaSet
                metadata:
                  name: web-1
                  ownerReferences:
                  - {apiVersion: apps/v1, kind: Deployment, name: web, uid: d1, controller: true}
                ---
                apiVersion: v1
                kind: Pod
                metadata:
                  name: web-1-a
                  ownerReferences:
                  - {apiVersion: apps/v1, kind: ReplicaSet, name: web-1, uid: r1, controller: true}
                ---
                apiVersion: v1
                kind: Pod
                metadata:
                  name: orphan
                  ownerReferences:
                  - {apiVersion: apps/v1, kind: ReplicaSet, name: gone, uid: r9, controller: true}
                ---
                apiVersion: v1
                kind: Pod
                metadata:
                  name: of-an-earlier-deployment
                  ownerReferences:
                  - {apiVersion: apps/v1, kind: Deployment, name: web, uid: d0, controller: true}
                ---
                apiVersion: v1
                kind: Pod
                metadata:
                  name: mirror
                  ownerReferences:
                  - {apiVersion: v1, kind: Node, name: node-1, controller: true}
                ---
                {apiVersion: v1, kind: Node, metadata: {name: node-1}}
                ---
                apiVersion: v1
                kind: Pod
                metadata:
                  name: merely-owned
                  ownerReferences:
                  - {apiVersion: apps/v1, kind: Deployment, name: web, uid: d1}
                """)
            .facts();

    assertEquals(
        List.of("merely-owned", "mirror", "of-an-earlier-deployment", "orphan", "web"),
        facts.workloads().stream().map(Workload::name).toList());
    assertEquals(5, facts.cluster().workloads());
  }

  @Test
  void ownersThatOwnEachOtherAreStillSeen() {
    Facts facts =
        Given.yaml(
                """
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: a
                  ownerReferences:
                  - {apiVersion: apps/v1, kind: Deployment, name: b, controller: true}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata:
                  name: b
                  ownerReferences:
                  - {apiVersion: apps/v1, kind: Deployment, name: a, controller: true}
                """)
            .facts();

    assertEquals(2, facts.workloads().size());
  }

  @Test
  void theReplicasOfADaemonSetAreItsPods() {
    String daemonSet =
        """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {name: agent}
        status: {desiredNumberScheduled: 7}
        """;
    String pod =
        """
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: agent-%d
          ownerReferences:
          - {apiVersion: apps/v1, kind: DaemonSet, name: agent, controller: true}
        """;
    Workload counted = Given.yaml(daemonSet + pod.formatted(1) + pod.formatted(2)).workload();

    assertEquals(2, counted.replicas());
    assertEquals(":1 2 pods in the snapshot", Given.read(counted.provenance(), "replicas"));
    assertEquals(7, Given.yaml(daemonSet).workload().replicas());
    assertEquals(0, Given.yaml(daemonSet).with(Coverage.CAPTURED, "Pod").workload().replicas());
  }

  @Test
  void replicasOfJobsAreTheirParallelism() {
    assertEquals(
        3,
        Given.yaml(
                "{apiVersion: batch/v1, kind: CronJob, metadata: {name: a}, spec: {jobTemplate:"
                    + " {spec: {parallelism: 3}}}}")
            .workload()
            .replicas());
  }

  @Test
  void theTokenSettingOfThePodGoesBeforeThatOfTheAccount() {
    String pod =
        """
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec: {serviceAccountName: app%s}
        """;
    String account =
        """
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: app}
        automountServiceAccountToken: false
        """;
    Workload byAccount = Given.yaml(pod.formatted("") + account).workload();
    Workload byPod =
        Given.yaml(pod.formatted(", automountServiceAccountToken: true") + account).workload();
    Workload byNobody = Given.yaml(pod.formatted("") + account.replace("false", "null")).workload();
    Workload unresolved = Given.yaml(pod.formatted("") + account.replace("app", "x")).workload();
    Workload uncaptured = Given.yaml(pod.formatted("")).workload();

    assertFalse(byAccount.tokenMounted());
    assertEquals(
        "/automountServiceAccountToken:9 false",
        Given.read(byAccount.provenance(), "tokenMounted"));
    assertEquals(
        "ServiceAccount",
        byAccount.provenance().readings("tokenMounted").getFirst().resource().kind());
    assertTrue(byPod.tokenMounted());
    assertEquals(
        "/spec/automountServiceAccountToken:4 true",
        Given.read(byPod.provenance(), "tokenMounted"));
    assertTrue(byNobody.tokenMounted());
    assertFalse(unresolved.serviceAccountExists());
    assertEquals(
        new Cause(
            Cause.Code.UNRESOLVED,
            "service account default/app is not in this snapshot; capture it"),
        unresolved.provenance().unknown().get("tokenMounted"));
    assertEquals(
        new Cause(
            Cause.Code.NOT_CAPTURED,
            "service accounts are not in this snapshot; capture serviceaccounts"),
        uncaptured.provenance().unknown().get("tokenMounted"));
    assertThrows(UnknownEvidenceException.class, uncaptured::serviceAccountExists);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{key: node-role.kubernetes.io/control-plane, effect: NoSchedule}   | true",
        "{key: node-role.kubernetes.io/master, operator: Exists}            | true",
        "{operator: Exists}                                                 | true",
        "{operator: Exists, effect: NoSchedule}                             | true",
        "{operator: Exists, effect: NoExecute}                              | false",
        "{key: node-role.kubernetes.io/control-plane, effect: NoExecute}    | false",
        "{key: dedicated, operator: Exists}                                 | false"
      })
  void aTolerationOfTheControlPlaneIsSeen(String toleration, boolean tolerates) {
    Workload workload =
        Given.yaml(
                "{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {tolerations: ["
                    + toleration
                    + "]}}")
            .workload();

    assertEquals(tolerates, workload.controlPlaneToleration());
  }

  @Test
  void aDisruptionBudgetSelectsByItsVersion() {
    String pod = "{apiVersion: v1, kind: Pod, metadata: {name: a, labels: {app: x}}}\n---\n";
    String budget =
        "{apiVersion: policy/%s, kind: PodDisruptionBudget, metadata: {name: b}, spec: %s}";

    assertEquals(
        List.of("b"),
        Given.yaml(pod + budget.formatted("v1", "{selector: {}}")).workload().disruptionBudgets());
    assertEquals(
        List.of(), Given.yaml(pod + budget.formatted("v1", "{}")).workload().disruptionBudgets());
    assertEquals(
        List.of(),
        Given.yaml(pod + budget.formatted("v1beta1", "{selector: {}}"))
            .workload()
            .disruptionBudgets());
    assertEquals(
        List.of("b"),
        Given.yaml(pod + budget.formatted("v1beta1", "{selector: {matchLabels: {app: x}}}"))
            .workload()
            .disruptionBudgets());
    assertThrows(
        UnknownEvidenceException.class, () -> Given.yaml(pod).workload().disruptionBudgets());
  }

  @Test
  void settingsOfThePodAreRead() {
    Workload workload =
        Given.yaml(
                """
                apiVersion: apps/v1
                kind: StatefulSet
                metadata: {name: db, namespace: kube-system, labels: {a: b}, annotations: {c: d}}
                spec:
                  replicas: 3
                  updateStrategy: {type: OnDelete}
                  template:
                    spec:
                      hostNetwork: true
                      hostIPC: true
                      hostUsers: false
                      shareProcessNamespace: true
                      serviceAccount: old
                      runtimeClassName: gvisor
                      priorityClassName: high
                      restartPolicy: Always
                      dnsPolicy: None
                      hostAliases: [{ip: 10.0.0.1, hostnames: [x]}]
                      imagePullSecrets: [{name: pull}]
                      topologySpreadConstraints: [{maxSkew: 1}]
                      securityContext:
                        fsGroup: 5
                        supplementalGroups: [6, 7]
                        sysctls: [{name: kernel.msgmax, value: "1"}]
                """)
            .workload();

    assertEquals(
        "3 OnDelete true true false true old gvisor high None true [pull] true Optional[5] [6, 7]"
            + " kernel.msgmax true {a=b} {c=d} true",
        String.join(
            " ",
            List.of(
                    workload.replicas(),
                    workload.updateStrategy(),
                    workload.hostNetwork(),
                    workload.hostIPC(),
                    workload.hostUsers(),
                    workload.shareProcessNamespace(),
                    workload.serviceAccount(),
                    workload.runtimeClass(),
                    workload.priorityClass(),
                    workload.dnsPolicy(),
                    workload.hostAliases(),
                    workload.imagePullSecrets(),
                    workload.topologySpread(),
                    workload.fsGroup(),
                    workload.supplementalGroups(),
                    workload.sysctls().getFirst().name(),
                    workload.securityContext(),
                    workload.labels(),
                    workload.annotations(),
                    workload.systemComponent())
                .stream()
                .map(String::valueOf)
                .toList()));
  }

  @Test
  void aHiddenDesignationIsUnknownAndSoIsThatOfTheNamespace() {
    Facts facts =
        Given.yaml(
                """
                apiVersion: v1
                kind: Namespace
                metadata: {name: clinic, labels: {safeguard.hipaa/ephi: '***HIDDEN***'}}
                ---
                {apiVersion: v1, kind: Pod, metadata: {name: web, namespace: clinic}}
                """)
            .facts();

    assertThrows(UnknownEvidenceException.class, facts.workloads().getFirst()::ephi);
    assertThrows(UnknownEvidenceException.class, facts.namespaces().getFirst()::ephi);
    assertEquals("unknown", Inventory.of(facts, Given.of(List.of()).scope()).getFirst().ephi());
  }

  @ParameterizedTest
  @CsvSource({
    "os: {name: windows}, windows, /spec/os/name",
    "nodeSelector: {kubernetes.io/os: windows}, windows, /spec/nodeSelector/kubernetes.io~1os",
    "nodeSelector: {disk: fast}, '', /spec/os/name",
  })
  void aPodMaySayItsOperatingSystem(String field, String system, String place) {
    Workload workload =
        Given.yaml("{apiVersion: v1, kind: Pod, metadata: {name: w}, spec: {" + field + "}}")
            .workload();

    assertEquals(system, workload.operatingSystem());
    assertEquals(
        place, workload.provenance().readings("operatingSystem").getFirst().pointer().toString());
  }

  @ParameterizedTest
  @CsvSource({
    "v1, Pod, /spec",
    "apps/v1, Deployment, /spec/template/spec",
    "batch/v1, CronJob, /spec/jobTemplate/spec/template/spec",
  })
  void fixesKnowThePodSpec(String apiVersion, String kind, String pointer) {
    Workload workload =
        Given.yaml("{apiVersion: %s, kind: %s, metadata: {name: w}}".formatted(apiVersion, kind))
            .workload();

    assertEquals(
        pointer, workload.provenance().place("pod").map(JsonPointer::toString).orElse("none"));
  }

  @Test
  void anAccountThatIsNotNamedIsShownAsAbsent() {
    assertEquals(
        "/spec/serviceAccountName:1 absent (default: default)",
        Given.read(
            Given.yaml("{apiVersion: v1, kind: Pod, metadata: {name: w}}")
                .whole()
                .workload()
                .provenance(),
            "clusterAdmin"));
  }
}
