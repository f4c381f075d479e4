package org.safeguard.collector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.CaptureRequest;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.Redacted;
import org.safeguard.model.tree.ScalarNode;
import org.safeguard.snapshot.SnapshotReader;
import org.safeguard.snapshot.Source;

/// What the script writes is what the importer reads.
class CollectionImportTest {

  private static final Map<String, String> STATES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("ConfigMap", "CAPTURED"),
              Map.entry("Namespace", "CAPTURED"),
              Map.entry("Node", "FORBIDDEN"),
              Map.entry("Pod", "CAPTURED"),
              Map.entry("Secret", "CAPTURED"),
              Map.entry("Service", "CAPTURED"),
              Map.entry("Deployment.apps", "PARTIAL"),
              Map.entry("StatefulSet.apps", "FAILED"),
              Map.entry("CronJob.batch", "FAILED"),
              Map.entry("NetworkPolicy.networking.k8s.io", "CAPTURED"),
              Map.entry("Widget.shop.example", "ABSENT")));

  @TempDir Path folder;
  private CollectorRun collector;

  @BeforeEach
  void fakeCluster() throws IOException {
    assumeTrue(CollectorRun.has("sh"), "skipped: there is no POSIX shell on this machine");
    collector = new CollectorRun(folder);
  }

  @Test
  void aDirectoryIsReadWithItsCoverage() throws Exception {
    collector.run("sh", Map.of(), "-o", "out");

    Snapshot snapshot = read("out");

    assertEquals(STATES, states(snapshot));
    assertEquals(counts(), counts(snapshot));
    assertEquals("1.31.2", snapshot.kubernetesVersion());
  }

  @Test
  void anArchiveIsReadTheSame() throws Exception {
    collector.run("sh", Map.of(), "-o", "out.tar.gz");

    Snapshot snapshot = read("out.tar.gz");

    assertEquals(STATES, states(snapshot));
    assertEquals(counts(), counts(snapshot));
  }

  @Test
  void whatWasNotAskedForIsUnknownAndNotEmpty() throws Exception {
    collector.run("sh", Map.of(), "-o", "out");

    Snapshot snapshot = read("out");

    assertRedacted(body(snapshot, "Secret", "db-password").get("data"));
    assertRedacted(body(snapshot, "ConfigMap", "app").object("data").get("url"));
  }

  private static ObjectNode body(Snapshot snapshot, String kind, String name) {
    return snapshot.resources().stream()
        .filter(each -> each.kind().equals(kind) && each.name().equals(name))
        .findFirst()
        .orElseThrow()
        .body();
  }

  private static void assertRedacted(Node value) {
    assertInstanceOf(Redacted.class, assertInstanceOf(ScalarNode.class, value).value());
  }

  @Test
  void theCommandsBecomeTheCaptureLog() throws Exception {
    collector.run("sh", Map.of(), "-o", "out");

    List<CaptureRequest> requests = read("out").record().requests();

    assertEquals(14, requests.size());
    CaptureRequest secrets =
        requests.stream().filter(each -> each.path().contains("secrets")).findFirst().orElseThrow();
    assertEquals(
        new CaptureRequest(
            secrets.at(), "kubectl", "get secrets -A -o wide --no-headers", 0, secrets.bytes()),
        secrets);
    assertFalse(secrets.at().isBefore(Instant.parse("2020-01-01T00:00:00Z")));
  }

  private Snapshot read(String name) throws Exception {
    return new SnapshotReader().read(new Source.PathSource(folder.resolve(name)), Progress.NONE);
  }

  private static Map<String, String> states(Snapshot snapshot) {
    return snapshot.coverage().stream()
        .filter(each -> STATES.containsKey(each.type().toString()))
        .collect(
            Collectors.toMap(
                each -> each.type().toString(),
                each -> each.state().name(),
                (one, other) -> one,
                TreeMap::new));
  }

  private static Map<String, Long> counts() {
    return Map.of(
        "ConfigMap", 2L, "Namespace", 2L, "Pod", 2L, "Secret", 3L, "Service", 1L, "Deployment", 1L);
  }

  private static Map<String, Long> counts(Snapshot snapshot) {
    return snapshot.resources().stream()
        .collect(Collectors.groupingBy(each -> each.kind(), Collectors.counting()));
  }
}
