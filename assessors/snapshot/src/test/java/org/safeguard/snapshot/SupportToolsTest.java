package org.safeguard.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safeguard.snapshot.SourceFolder.coverage;
import static org.safeguard.snapshot.SourceFolder.objects;
import static org.safeguard.snapshot.SourceFolder.reasons;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.model.snapshot.CaptureRequest;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.TypeCoverage;

class SupportToolsTest {

  private static final String POD =
      "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"web\",\"namespace\":\"a\"}}";

  @TempDir Path folder;
  private SourceFolder source;

  @BeforeEach
  void makeSource() {
    source = new SourceFolder(folder);
  }

  private static String list(String kind, String name) {
    String item = name.isEmpty() ? "" : "{\"metadata\":{\"name\":\"%s\"}}".formatted(name);
    return "{\"kind\":\"%sList\",\"apiVersion\":\"v1\",\"items\":[%s]}\n".formatted(kind, item);
  }

  @Test
  void anArchiveInAnArchiveIsReadUnderBothNames() throws Exception {
    byte[] zip = Archives.zip(Map.of("pod.json", POD));
    Snapshot snapshot = source.with("outer.tar", Archives.tarOf(Map.of("in.zip", zip))).read();
    assertEquals(List.of("outer.tar!in.zip!pod.json Pod web"), objects(snapshot));
  }

  @Test
  void archivesAreReadThreeDeep() throws Exception {
    byte[] bytes = Archives.zip(Map.of("pod.json", POD));
    for (int i = 0; i < 3; i++) {
      bytes = Archives.tarOf(Map.of("in" + i, bytes));
    }
    Snapshot snapshot = source.with("deep.tar", bytes).with("pod.json", POD).read();
    assertEquals(List.of("pod.json Pod web"), objects(snapshot));
    assertTrue(
        reasons(snapshot)
            .contains(
                "deep.tar!in2!in1!in0: it lies in 3 archives, one inside the other; deeper ones"
                    + " are not read"),
        reasons(snapshot).toString());
  }

  @Test
  void filesOfNodesLayersAndLogsAreNotOpened() throws Exception {
    Snapshot snapshot =
        source
            .with("yamls/namespaced/a/v1/pods.json", POD)
            .with("nodes/n1.zip", Archives.zip(Map.of("pod.json", POD.replace("web", "x"))))
            .with("image/layer.tar", Archives.tar(Map.of("pod.json", POD)))
            .with("podlogs/a/web.json", POD.replace("web", "y"))
            .with("a/current.log.20260101", POD.replace("web", "z"))
            .read();
    assertEquals(List.of("yamls/namespaced/a/v1/pods.json Pod web"), objects(snapshot));
    assertEquals(4, snapshot.skipped().size());
  }

  private String stream() {
    String secret = "==== START logs for container c of pod a/web ====\n{\"kind\": password\n";
    return list("Node", "n1")
        + list("Event", "")
        + list("ReplicationController", "")
        + list("Service", "")
        + list("DaemonSet", "").replace("\"v1\"", "\"apps/v1\"")
        + list("Deployment", "").replace("\"v1\"", "\"apps/v1\"")
        + list("ReplicaSet", "").replace("\"v1\"", "\"apps/v1\"")
        + list("Pod", "web")
        + secret
        + "==== END logs for container c of pod a/web ====\n"
        + list("Event", "")
        + list("ReplicationController", "")
        + list("Service", "db");
  }

  @Test
  void aDumpInOneStreamIsReadWithoutItsLogs() throws Exception {
    Snapshot snapshot = source.with("dump.json", stream()).read("dump.json");
    assertEquals("cluster-info-dump", snapshot.format());
    assertEquals(
        List.of("dump.json Node n1", "dump.json Pod web", "dump.json Service db"),
        objects(snapshot));
    assertEquals(14, snapshot.resources().getLast().body().line());
    assertTrue(
        reasons(snapshot).contains("dump.json: 1 logs between the lists: logs are never read"));
  }

  @Test
  void aDumpThatBrokeOffSaysWhatItLacks() throws Exception {
    Snapshot snapshot = source.with("dump.json", stream()).read("dump.json");
    assertEquals(
        new TypeCoverage(
            ResourceType.of("Pod"),
            Coverage.PARTIAL,
            1,
            "kubectl cluster-info dump broke off in dump.json, namespace 2: it stops at the first"
                + " list that it cannot read"),
        coverage(snapshot, "Pod"));
  }

  @Test
  void aDumpOfGoStructuresIsReadAndPartial() throws Exception {
    String dump =
        """
        {"selfLink": "/api/v1/pods", "Items": [{"name": "web", "namespace": "a",
          "labels": {"App": "x"}, "Status": {"Phase": "Running"},
          "Spec": {"NodeSelector": {"Disk": "ssd"}, "HostAliases": null,
            "SecurityContext": {"HostNetwork": true, "HostPID": false, "FSGroup": 7},
            "Containers": [{"Name": "c", "Image": "nginx",
              "LivenessProbe": {"HTTPGet": {"Path": "/"}},
              "SecurityContext": {"Privileged": true, "RunAsUser": 0}}]}}]}
        """;
    Snapshot snapshot =
        source.with("a/pods.json", dump).with("a/replication-controllers.json", "{}").read();
    Resource pod = snapshot.resources().getFirst();
    assertEquals("a/web", pod.namespace() + "/" + pod.name());
    assertEquals(
        List.of("true", "false", "true", "/", "7", "ssd", "x"),
        List.of(
                "/spec/hostNetwork",
                "/spec/hostPID",
                "/spec/containers/0/securityContext/privileged",
                "/spec/containers/0/livenessProbe/httpGet/path",
                "/spec/securityContext/fsGroup",
                "/spec/nodeSelector/Disk",
                "/metadata/labels/App")
            .stream()
            .map(pointer -> text(pod, pointer))
            .toList());
    assertTrue(coverage(snapshot, "Pod").cause().startsWith("a legacy dump"));
    assertEquals(Coverage.PARTIAL, coverage(snapshot, "Pod").state());
  }

  private static String text(Resource resource, String pointer) {
    Object value = resource.body().plain();
    for (String step : pointer.substring(1).split("/")) {
      value = value instanceof Map<?, ?> map ? map.get(step) : ((List<?>) value).getFirst();
    }
    return String.valueOf(value);
  }

  @Test
  void whatTheCallerMayNotListIsForbidden() throws Exception {
    String most =
        """
        [{"verbs": ["get", "list"], "apiGroups": ["*"], "resources": ["pods", "services"]},
         {"verbs": ["list"], "apiGroups": [""], "resources": ["secrets"], "resourceNames": ["x"]}]
        """;
    String all = "[{\"verbs\": [\"*\"], \"apiGroups\": [\"*\"], \"resources\": [\"*\"]}]";
    Snapshot snapshot =
        source
            .with("b/cluster-resources/pods/a.json", "[" + POD + "]")
            .with("b/cluster-resources/auth-cani-list/a.json", most)
            .read();
    assertEquals(Coverage.CAPTURED, coverage(snapshot, "Pod").state());
    assertEquals(
        new TypeCoverage(
            ResourceType.of("Secret"),
            Coverage.FORBIDDEN,
            0,
            "whoever made the support bundle may not list them in a"),
        coverage(snapshot, "Secret"));
    Snapshot partly = source.with("b/cluster-resources/auth-cani-list/b.json", all).read();
    assertEquals(Coverage.PARTIAL, coverage(partly, "Secret").state());
  }

  @Test
  void mapsBackToWhatWasRedactedAreNeverRead() throws Exception {
    Snapshot snapshot =
        source
            .with("pod.json", POD)
            .with("map.json", "{\"tokens\": {\"***TOKEN_PASSWORD_A1***\": \"hunter2\"}}")
            .with(
                "report.yaml",
                "replacements:\n- - canonical: 10.0.0.1\n    replacedWith: x-ipv4-1-x\n")
            .read();
    assertEquals(List.of("pod.json Pod web"), objects(snapshot));
    assertTrue(
        reasons(snapshot)
            .containsAll(
                List.of(
                    "map.json: " + SupportFiles.REVERSE_MAP,
                    "report.yaml: " + SupportFiles.REVERSE_MAP)));
  }

  @Test
  void aBackupSaysWhatItWasToldToHold() throws Exception {
    String backup =
        """
        {"apiVersion": "velero.io/v1", "kind": "Backup", "metadata": {"name": "nightly"},
         "spec": {"includedNamespaces": ["a"], "excludedResources": ["secrets"]},
         "status": {"completionTimestamp": "2026-01-02T03:04:05Z"}}
        """;
    String versioned = "resources/pods/v1-preferredversion/namespaces/a/web.json";
    Snapshot snapshot =
        source
            .with("velero-backup.json", backup)
            .with(
                "nightly.tar",
                Archives.tar(Map.of("resources/pods/namespaces/a/web.json", POD, versioned, POD)))
            .read();
    assertEquals("velero", snapshot.format());
    assertEquals(Instant.parse("2026-01-02T03:04:05Z"), snapshot.capturedAt());
    assertEquals(
        "the backup nightly holds only the namespaces a", coverage(snapshot, "Pod").cause());
    assertEquals("the backup nightly leaves out Secret", coverage(snapshot, "Secret").cause());
    assertEquals(List.of(), snapshot.skipped());
  }

  @Test
  void sonobuoySaysWhatItWasAskedAndHowKubeletsRun() throws Exception {
    Snapshot snapshot =
        source
            .with("meta/config.json", "{\"ResultsDir\": \"/r\", \"Resources\": [\"Pods\"]}")
            .with("resources/ns/a/core_v1_pods.json", "[" + POD + "]")
            .with(
                "hosts/node-1/configz.json",
                "{\"kubeletconfig\": {\"authentication\": {\"anonymous\": {\"enabled\": false}}}}")
            .read();
    assertEquals("sonobuoy", snapshot.format());
    assertEquals("sonobuoy was not asked for them", coverage(snapshot, "Secret").cause());
    assertEquals(Coverage.UNKNOWN, coverage(snapshot, "Secret").state());
    assertEquals(Coverage.CAPTURED, coverage(snapshot, "Pod").state());
    assertEquals(
        List.of(
            "hosts/node-1/configz.json KubeletConfiguration node-1",
            "resources/ns/a/core_v1_pods.json Pod web"),
        objects(snapshot));
  }

  @Test
  void aCollectionKeepsItsCoverageAndItsLog() throws Exception {
    source
        .with(
            "c/collection.json",
            """
            {"format": "safeguard-collection", "formatVersion": 1, "context": "clinic",
             "collectedAt": "2026-01-02T03:04:05Z", "server": "https://c:6443",
             "serverVersion": "v1.31.2", "collector": "1"}
            """)
        .with(
            "c/coverage.tsv",
            """
            pods	Pod	v1	captured
            services	Service	v1	captured
            secrets	Secret	v1	forbidden	secrets is forbidden
            ingresses.networking.k8s.io	Ingress	networking.k8s.io/v1	partial	only in: a
            ingresses.extensions	Ingress	extensions/v1beta1	absent	not served
            """)
        .with("c/log.tsv", "2026-01-02T03:04:06Z\tGET\tget pods -A\t0\t42\nnonsense\n")
        .with("c/objects/pods.core.json", "{\"kind\":\"List\",\"items\":[" + POD + "]}")
        .with("c/objects/services.core.json", "{\"kind\":\"List\",\"items\":[]}");
    Snapshot snapshot = source.read();
    assertEquals("collection", snapshot.format());
    assertEquals("https://c:6443", snapshot.cluster());
    assertEquals("1.31.2", snapshot.kubernetesVersion());
    assertEquals(
        List.of(
            "Pod CAPTURED 1 ",
            "Secret FORBIDDEN 0 secrets is forbidden",
            "Service CAPTURED 0 ",
            "Ingress.networking.k8s.io PARTIAL 0 only in: a"),
        snapshot.coverage().stream()
            .map(c -> c.type() + " " + c.state() + " " + c.count() + " " + c.cause())
            .toList());
    assertEquals(
        List.of(
            new CaptureRequest(
                Instant.parse("2026-01-02T03:04:06Z"), "kubectl", "get pods -A", 0, 42)),
        snapshot.record().requests());
    assertFalse(reasons(snapshot).stream().anyMatch(r -> r.contains("tsv")));
  }

  @Test
  void aListThatACollectionLostIsSaidToBeMissing() throws Exception {
    Snapshot snapshot =
        source
            .with("collection.json", "{\"format\": \"safeguard-collection\"}")
            .with("coverage.tsv", "pods\tPod\tv1\tcaptured\t\nservices\tService\tv1\tcaptured\t\n")
            .with("objects/services.core.json", "{\"kind\":\"List\",\"items\":[]}")
            .read();
    assertEquals(Coverage.FAILED, coverage(snapshot, "Pod").state());
    assertEquals(Coverage.CAPTURED, coverage(snapshot, "Service").state());
  }

  @Test
  void typesThatTheServerLacksAreAbsent() throws Exception {
    String groups =
        """
        apiVersion: apidiscovery.k8s.io/v2
        kind: APIGroupDiscoveryList
        items:
        - metadata: {name: apps}
          versions: [{version: v1, resources: [{responseKind: {kind: Deployment}}]}]
        """;
    Snapshot snapshot =
        source
            .with("m/aggregated-discovery-apis.yaml", groups)
            .with("m/namespaces/a/core/pods/web.json", POD)
            .read();
    assertEquals(Coverage.ABSENT, coverage(snapshot, "PodSecurityPolicy.policy").state());
    assertEquals(Coverage.UNKNOWN, coverage(snapshot, "Deployment.apps").state());
  }
}
