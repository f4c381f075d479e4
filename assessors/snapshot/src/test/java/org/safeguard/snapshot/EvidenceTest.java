package org.safeguard.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safeguard.snapshot.SourceFolder.objects;
import static org.safeguard.snapshot.SourceFolder.reasons;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.UnreadableInputException;

class EvidenceTest {

  private static final String CONTROLS =
      """
      {"id":"1","version":"cis-1.9","text":"Master","node_type":"master","tests":[
        {"section":"1.1","results":[{"test_number":"1.1.1","status":"PASS"}]}]}
      """;
  private static final String METRICS =
      """
      # HELP apiserver_audit_event_total Events
      # TYPE apiserver_audit_event_total counter
      apiserver_audit_event_total 42
      apiserver_storage_transformation_operations_total{status="OK",type="to_\\"x"} 1.5
      apiserver_admission_step_duration_seconds_bucket{le="1"} 3
      process_open_fds 9
      """;
  private static final String EVENTS =
      """
      {"rule":"Shell","priority":"Warning","time":"2026-01-02T00:00:00Z","output":"ssn 123",
       "output_fields":{"k8s.ns.name":"a","k8s.pod.name":"web","proc.cmdline":"sh -c secret"}}
      {"rule":"Shell","priority":"Warning","time":"2026-01-01T00:00:00Z","output":"x",
       "output_fields":{"k8s.ns.name":"a","k8s.pod.name":"web"}}
      """;
  private static final String ENCRYPTION =
      """
      apiVersion: apiserver.config.k8s.io/v1
      kind: EncryptionConfiguration
      resources:
      - resources: [secrets]
        providers:
        - aescbc: {keys: [{name: k1, secret: c2VjcmV0IGlzIHNlY3VyZQ==}]}
        - identity: {}
      """;
  private static final String RULES =
      """
      - required_engine_version: 0.26.0
      - macro: in_container
        condition: container.id != host
      - rule: Shell
        condition: in_container
        output: shell
        priority: WARNING
      """;
  private static final String GKE =
      """
      name: clinic
      currentMasterVersion: 1.31.2
      nodePools: [{name: p}]
      masterAuth: {clientKey: abc, clusterCaCertificate: LS0t}
      """;

  @TempDir Path folder;
  private SourceFolder source;

  @BeforeEach
  void makeSource() {
    source = new SourceFolder(folder);
  }

  private Resource only(String name, String text) throws Exception {
    Snapshot snapshot = source.with(name, text).read(name);
    assertEquals("evidence", snapshot.format());
    assertEquals(1, snapshot.resources().size());
    return snapshot.resources().getFirst();
  }

  private static String identity(Resource resource) {
    return resource.apiVersion() + " " + resource.kind() + " " + resource.name();
  }

  @Test
  void everyShapeOfKubeBenchIsOneReport() throws Exception {
    for (String shape :
        List.of(
            "{\"Controls\":[" + CONTROLS + "],\"Totals\":{\"total_pass\":1}}",
            "[" + CONTROLS + "]",
            CONTROLS + CONTROLS.replace("master", "node"))) {
      Resource report = only("bench.json", shape);
      assertEquals("evidence.safeguard.org/v1 KubeBenchReport bench.json", identity(report));
      assertEquals(
          "master",
          report.body().array("Controls").objects().getFirst().text("node_type").orElseThrow());
    }
  }

  @Test
  void descriptionsOfProvidersAreEvidence() throws Exception {
    String eks = "{\"cluster\":{\"name\":\"c\",\"arn\":\"arn:aws:eks:eu-west-1:1:cluster/c\"}}";
    String aks =
        "{\"type\":\"Microsoft.ContainerService/ManagedClusters\",\"name\":\"c\","
            + "\"servicePrincipalProfile\":{\"secret\":\"hunter2\"}}";
    assertEquals(
        List.of("EksCluster", "AksCluster", "GkeCluster"),
        List.of(only("eks.json", eks).kind(), only("aks.json", aks).kind(), only("g", GKE).kind()));
    assertFalse(only("aks.json", aks).body().plain().toString().contains("hunter2"));
    assertFalse(only("g", GKE).body().plain().toString().contains("abc"));
    assertEquals(
        List.of("aks.json#c", "aks.json#c2"),
        source
            .with("aks.json", "[" + aks + "," + aks.replace("\"c\"", "\"c2\"") + "]")
            .read("aks.json")
            .resources()
            .stream()
            .map(Resource::name)
            .toList());
  }

  @Test
  void configurationWithoutANameIsNamedAfterItsFile() throws Exception {
    Resource encryption = only("enc.yaml", ENCRYPTION);
    assertEquals(
        "apiserver.config.k8s.io/v1 EncryptionConfiguration enc.yaml", identity(encryption));
    assertFalse(encryption.body().plain().toString().contains("c2VjcmV0"));
    Resource policy =
        only("p.yaml", "apiVersion: audit.k8s.io/v1\nkind: Policy\nrules: [{level: Metadata}]\n");
    assertEquals("audit.k8s.io/v1 Policy p.yaml", identity(policy));
    assertEquals(
        "Metadata", policy.body().array("rules").objects().getFirst().text("level").orElseThrow());
  }

  @Test
  void ofMetricsOnlyEvidenceIsKept() throws Exception {
    Resource metrics = only("metrics.txt", METRICS);
    assertEquals("evidence.safeguard.org/v1 ApiServerMetrics metrics.txt", identity(metrics));
    assertEquals(
        List.of(
            "apiVersion",
            "kind",
            "metadata",
            "apiserver_audit_event_total",
            "apiserver_storage_transformation_operations_total"),
        metrics.body().keys());
    assertEquals(
        42L,
        metrics
            .body()
            .array("apiserver_audit_event_total")
            .objects()
            .getFirst()
            .number("value")
            .orElseThrow());
  }

  @Test
  void metricsOfSomethingElseAreNoEvidence() {
    assertThrows(
        UnreadableInputException.class,
        () -> source.with("m.txt", "# HELP up x\n# TYPE up gauge\nup 1\n").read("m.txt"));
  }

  @Test
  void ofEventsOnlyCountsAreKept() throws Exception {
    Resource events = only("falco.jsonl", EVENTS);
    assertEquals("evidence.safeguard.org/v1 FalcoEvents falco.jsonl", identity(events));
    String all = events.body().plain().toString();
    assertTrue(
        all.contains(
            "total=2, first=2026-01-01T00:00:00Z, last=2026-01-02T00:00:00Z, truncated=false,"
                + " events=[{rule=Shell, priority=Warning, count=2"),
        all);
    assertFalse(all.contains("ssn") || all.contains("cmdline") || all.contains("sh -c"), all);
  }

  @Test
  void rulesOfFalcoAndListsOfRegistriesAreEvidence() throws Exception {
    assertEquals("FalcoRules", only("rules.yaml", RULES).kind());
    String ecr = "{\"repositories\":[{\"repositoryArn\":\"arn:aws:ecr:x:1:repository/a\"}]}";
    String harbor = "[{\"project_id\":1,\"name\":\"a/b\",\"artifact_count\":3}]";
    String quay = "{\"repositories\":[{\"namespace\":\"a\",\"name\":\"b\",\"is_public\":true}]}";
    for (String export : List.of(ecr, harbor, quay)) {
      assertEquals("RegistryExport", only("registry.json", export).kind());
    }
  }

  @Test
  void whatAScannerTookForASecretIsDropped() throws Exception {
    Snapshot snapshot =
        source
            .with(
                "r.yaml",
                """
                apiVersion: aquasecurity.github.io/v1alpha1
                kind: ExposedSecretReport
                metadata: {name: r, namespace: a}
                report: {secrets: [{ruleID: x, match: "AKIA123"}]}
                """)
            .read();
    assertEquals(List.of("r.yaml ExposedSecretReport r"), objects(snapshot));
    assertFalse(snapshot.resources().getFirst().body().plain().toString().contains("AKIA123"));
  }

  @Test
  void otherJsonIsStillNoEvidence() throws Exception {
    Snapshot snapshot =
        source
            .with("a.json", "{\"cluster\": {\"name\": \"c\"}, \"repositories\": [\"a\"]}")
            .with("b.json", "[{\"rule\": \"x\"}]")
            .with("ns.yaml", "{apiVersion: v1, kind: Namespace, metadata: {name: a}}")
            .read();
    assertEquals(List.of("ns.yaml Namespace a"), objects(snapshot));
    assertEquals(2, reasons(snapshot).size());
  }

  @Test
  void damagedEvidenceIsReadOrRefused() throws Exception {
    List<String> seeds =
        List.of(
            "[" + CONTROLS + "]",
            METRICS,
            EVENTS,
            ENCRYPTION,
            RULES,
            GKE,
            "{\"kind\":\"NodeList\",\"items\":[]}\n==== START logs for container c of pod a/b ====\n"
                + "x\n==== END logs for container c of pod a/b ====\n{\"items\":[]}",
            "{\"Items\":[{\"name\":\"a\",\"Spec\":{\"Containers\":[{\"HTTPGet\":{}}]}}]}",
            "{\"format\":\"safeguard-collection\",\"formatVersion\":1,\"collectedAt\":\"x\"}",
            "pods\tPod\tv1\tcaptured\t\n2026-01-02T03:04:06Z\tGET\tget pods -A\t0\t42\n");
    List<String> names =
        List.of(
            "pods.json",
            "coverage.tsv",
            "log.tsv",
            "cluster-resources/auth-cani-list/a.json",
            "cluster-resources/pods-errors.json",
            "hosts/a/configz.json",
            "meta/config.json",
            "velero-backup.json");
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(17);
    for (int round = 0; round < 3_000; round++) {
      byte[] bytes = damaged(seeds.get(random.nextInt(seeds.size())), random);
      String name = names.get(random.nextInt(names.size()));
      byte[] archive = Archives.tarOf(java.util.Map.of(name, bytes));
      read(random.nextBoolean() ? bytes : archive);
    }
  }

  private static byte[] damaged(String seed, RandomGenerator random) {
    byte[] bytes = seed.getBytes(StandardCharsets.UTF_8);
    int length = random.nextInt(3) == 0 ? random.nextInt(bytes.length) : bytes.length;
    byte[] damaged = Arrays.copyOf(bytes, length);
    for (int i = random.nextInt(6); i > 0 && length > 0; i--) {
      damaged[random.nextInt(length)] = (byte) random.nextInt(128);
    }
    return damaged;
  }

  private static void read(byte[] bytes) {
    try {
      new SnapshotReader()
          .read(new Source.StreamSource("-", new ByteArrayInputStream(bytes)), Progress.NONE);
    } catch (UnreadableInputException e) {
      assertFalse(String.valueOf(e.getMessage()).contains("\n"));
    }
  }
}
