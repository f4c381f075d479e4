package org.safeguard.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.CaptureRecord;
import org.safeguard.model.snapshot.CaptureRequest;
import org.safeguard.model.snapshot.CapturedList;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Redaction;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.TypeCoverage;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;

final class BundleSpoolTest {

  private static final Instant START = Instant.parse("2026-03-04T05:06:07Z");
  private static final ResourceType PODS = ResourceType.of("Pod");
  private static final ResourceType DEPLOYMENTS = ResourceType.of("Deployment.apps");

  @TempDir Path folder;

  @Test
  void whatWasSpooledIsInTheBundle() throws Exception {
    Path out = folder.resolve("b.zip");
    List<CapturedList> lists =
        List.of(
            new CapturedList(
                PODS, "/api/v1/pods", "41", START, START.plusSeconds(2), 3, 2, 200, false));
    List<Redaction> redactions =
        List.of(new Redaction(PODS, "/spec/*/value", "looks like a password", false, 4));
    List<CaptureRequest> requests =
        List.of(
            new CaptureRequest(START, "GET", "/api/v1/pods?limit=500", 200, 12345),
            new CaptureRequest(START, "GET", "/apis/apps/v1/deployments", 0, 0));
    BundleManifest manifest;
    try (BundleSpool spool = BundleSpool.beside(out)) {
      pods(spool, List.of(pod("a", "x", "1"), pod("b", "x", "2")));
      requests.forEach(spool::request);
      manifest = spool.finish(header(lists, redactions));
    }
    assertEquals(manifest, Bundle.verify(out, Progress.NONE));
    assertEquals(manifest, Bundle.manifest(out));
    assertEquals(new CaptureRecord(lists, requests, redactions), Bundle.record(out));
    assertEquals(
        List.of(
            new TypeCoverage(PODS, Coverage.CAPTURED, 2, ""),
            new TypeCoverage(DEPLOYMENTS, Coverage.FORBIDDEN, 0, "403")),
        manifest.coverage());
    assertEquals(
        List.of("capture-log.jsonl 0", "objects/core/v1/pods.jsonl 2", "redaction.json 0"),
        manifest.entries().stream().map(e -> e.path() + " " + e.objects()).toList());
    assertEquals(List.of(out), files());
  }

  @Test
  void theOrderOfArrivalDoesNotChangeTheBytes() throws Exception {
    List<ObjectNode> pods = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      pods.add(pod("ns-" + i % 7, "pod-" + i, Integer.toString(i)));
    }
    byte[] first = bytes(pods, false);
    Random random = new Random(7);
    for (int i = 0; i < 3; i++) {
      Collections.shuffle(pods, random);
      assertArrayEquals(first, bytes(pods, i % 2 == 0));
    }
  }

  private byte[] bytes(List<ObjectNode> pods, boolean deploymentsFirst) throws Exception {
    Path out = folder.resolve("b.zip");
    try (BundleSpool spool = BundleSpool.beside(out)) {
      if (deploymentsFirst) {
        deployment(spool);
      }
      pods(spool, pods);
      if (!deploymentsFirst) {
        deployment(spool);
      }
      spool.finish(header(List.of(), List.of()));
    }
    return Files.readAllBytes(out);
  }

  private static void deployment(BundleSpool spool) throws IOException {
    try (TypeSpool type = spool.type("apps/v1", "Deployment")) {
      type.add(object("apps/v1", "Deployment", "a", "web", "9"));
    }
  }

  @Test
  void ofTwoCopiesTheNewerStays() throws Exception {
    Path out = folder.resolve("b.zip");
    try (BundleSpool spool = BundleSpool.beside(out)) {
      pods(spool, List.of(pod("a", "x", "10"), pod("a", "y", "3"), pod("a", "x", "9")));
      spool.finish(header(List.of(), List.of()));
    }
    assertEquals(
        "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"x\",\"namespace\":\"a\","
            + "\"resourceVersion\":\"10\"}}\n"
            + "{\"apiVersion\":\"v1\",\"kind\":\"Pod\",\"metadata\":{\"name\":\"y\","
            + "\"namespace\":\"a\",\"resourceVersion\":\"3\"}}\n",
        Zips.entries(out).get("objects/core/v1/pods.jsonl"));
  }

  @Test
  void kindsThatShareAnEntryAreBothThere() throws Exception {
    Path out = folder.resolve("b.zip");
    try (BundleSpool spool = BundleSpool.beside(out)) {
      for (String kind : List.of("HttpRoute", "HTTPRoute")) {
        try (TypeSpool type = spool.type("x.io/v1", kind)) {
          type.add(object("x.io/v1", kind, "a", "x", "1"));
        }
      }
      spool.finish(header(List.of(), List.of()));
    }
    assertEquals(
        List.of("HTTPRoute", "HttpRoute"),
        Zips.entries(out)
            .get("objects/x.io/v1/httproutes.jsonl")
            .lines()
            .map(line -> line.replaceAll(".*\"kind\":\"(\\w+)\".*", "$1"))
            .toList());
  }

  @Test
  void aListThatStartsOverLeavesNothingOfItsFirstPages() throws Exception {
    Path out = folder.resolve("b.zip");
    try (BundleSpool spool = BundleSpool.beside(out)) {
      try (TypeSpool type = spool.type("v1", "Pod")) {
        type.add(pod("a", "old", "1"));
        type.clear();
        assertEquals(0, type.count());
        type.add(pod("a", "new", "2"));
        assertEquals(1, type.count());
      }
      spool.finish(header(List.of(), List.of()));
    }
    assertFalse(Zips.entries(out).get("objects/core/v1/pods.jsonl").contains("old"));
  }

  @Test
  void aBrokenOffCaptureIsTakenOverWithItsLog() throws Exception {
    Path partial = folder.resolve("partial.zip");
    CaptureRequest first = new CaptureRequest(START, "GET", "/api/v1/pods", 200, 9);
    CaptureRequest second = new CaptureRequest(START, "GET", "/apis/apps/v1/deployments", 200, 7);
    try (BundleSpool spool = BundleSpool.beside(partial)) {
      pods(spool, List.of(pod("a", "x", "1")));
      deployment(spool);
      spool.request(first);
      spool.finish(header(List.of(), List.of()));
    }
    Path resumed = folder.resolve("resumed.zip");
    try (BundleSpool spool = BundleSpool.beside(resumed)) {
      assertEquals(Set.of(PODS), spool.adopt(partial, type -> type.state() == Coverage.CAPTURED));
      spool.request(second);
      deployment(spool);
      BundleManifest manifest = spool.finish(header(List.of(), List.of()));
      assertEquals(Bundle.manifest(partial).coverage(), manifest.coverage());
    }
    assertEquals(List.of(first, second), Bundle.record(resumed).requests());
    assertEquals(
        Zips.entries(partial).get("objects/core/v1/pods.jsonl"),
        Zips.entries(resumed).get("objects/core/v1/pods.jsonl"));
  }

  @Test
  void whatWasThereStaysUntilTheBundleIsWhole() throws Exception {
    Path out = Files.writeString(folder.resolve("b.zip"), "before");
    try (BundleSpool spool = BundleSpool.beside(out)) {
      pods(spool, List.of(pod("a", "x", "1")));
    }
    assertEquals("before", Files.readString(out));
    assertEquals(List.of(out), files());
  }

  @Test
  void aSpoolLeftOpenIsAFault() throws Exception {
    try (BundleSpool spool = BundleSpool.beside(folder.resolve("b.zip"))) {
      TypeSpool type = spool.type("v1", "Pod");
      type.add(pod("a", "x", "1"));
      assertThrows(IllegalStateException.class, () -> spool.finish(header(List.of(), List.of())));
      type.close();
    }
  }

  @Test
  void anInterruptedThreadStillWritesItsBundle() throws Exception {
    Path out = folder.resolve("b.zip");
    try (BundleSpool spool = BundleSpool.beside(out)) {
      Thread.currentThread().interrupt();
      pods(spool, List.of(pod("a", "x", "1")));
      spool.finish(header(List.of(), List.of()));
    } finally {
      assertEquals(true, Thread.interrupted());
    }
    assertEquals(1, Bundle.verify(out, Progress.NONE).objects());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static void pods(BundleSpool spool, List<ObjectNode> pods) throws IOException {
    try (TypeSpool type = spool.type("v1", "Pod")) {
      for (ObjectNode pod : pods) {
        type.add(pod);
      }
    }
  }

  private static BundleHeader header(List<CapturedList> lists, List<Redaction> redactions) {
    return new BundleHeader(
        "clinic",
        START,
        "1.31.2",
        "1.0.0",
        List.of(
            new TypeCoverage(DEPLOYMENTS, Coverage.FORBIDDEN, 0, "403"),
            new TypeCoverage(PODS, Coverage.CAPTURED, 0, "")),
        lists,
        redactions);
  }

  private static ObjectNode pod(String namespace, String name, String version) {
    return object("v1", "Pod", namespace, name, version);
  }

  private static ObjectNode object(
      String apiVersion, String kind, String namespace, String name, String version) {
    return ObjectNode.builder(1)
        .put("kind", new ScalarNode(kind, 1))
        .put("apiVersion", new ScalarNode(apiVersion, 1))
        .put(
            "metadata",
            ObjectNode.builder(1)
                .put("namespace", new ScalarNode(namespace, 1))
                .put("resourceVersion", new ScalarNode(version, 1))
                .put("name", new ScalarNode(name, 1))
                .build())
        .build();
  }
}
