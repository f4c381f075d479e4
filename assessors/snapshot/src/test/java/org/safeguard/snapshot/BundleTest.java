package org.safeguard.snapshot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.bundle.Bundle;
import org.safeguard.bundle.BundleManifest;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.CaptureRecord;
import org.safeguard.model.snapshot.CaptureRequest;
import org.safeguard.model.snapshot.CapturedList;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Redaction;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.TypeCoverage;
import org.safeguard.model.snapshot.UnreadableInputException;

class BundleTest {

  private static final String OBJECTS =
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicyList
      items: []
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: web, namespace: clinic}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: patients, namespace: clinic}
      spec: {replicas: 2}
      ---
      apiVersion: v1
      kind: Secret
      metadata: {name: db, namespace: clinic}
      data: {password: aHVudGVyMg==}
      ---
      apiVersion: v1
      kind: Secret
      metadata: {name: api, namespace: clinic}
      data: {token: ""}
      """;

  private static final Instant START = Instant.parse("2026-03-04T05:06:01.5Z");
  private static final CaptureRecord RECORD =
      new CaptureRecord(
          List.of(
              new CapturedList(
                  ResourceType.of("Node"), "/api/v1/nodes", "", START, START, 0, 0, 403, true),
              new CapturedList(
                  ResourceType.of("Secret"),
                  "/api/v1/secrets",
                  "4711",
                  START,
                  START.plusMillis(20),
                  2,
                  2,
                  200,
                  false)),
          List.of(
              new CaptureRequest(START, "GET", "/api/v1/nodes?limit=500", 403, 120),
              new CaptureRequest(START, "GET", "/api/v1/secrets?limit=500", 200, 4096)),
          List.of(
              new Redaction(
                  ResourceType.of("Secret"), "/data/*", "the value of a Secret", false, 2)));

  @TempDir Path folder;

  private static Snapshot snapshot() throws Exception {
    byte[] text = OBJECTS.getBytes(StandardCharsets.UTF_8);
    Snapshot read = read(new Source.StreamSource("-", new ByteArrayInputStream(text)));
    return new Snapshot(
        read.id(),
        read.source(),
        read.format(),
        "clinic-cluster",
        Instant.parse("2026-03-04T05:06:07Z"),
        "1.31.2",
        read.files(),
        read.resources(),
        Stream.concat(
                read.coverage().stream(),
                Stream.of(
                    new TypeCoverage(
                        ResourceType.of("Node"), Coverage.FORBIDDEN, 0, "403 on list nodes")))
            .sorted((a, b) -> a.type().compareTo(b.type()))
            .toList(),
        read.skipped(),
        RECORD);
  }

  private static Snapshot read(Source source) throws UnreadableInputException {
    return new SnapshotReader().read(source, Progress.NONE);
  }

  private Path written(String name) throws Exception {
    Path bundle = folder.resolve(name);
    Bundle.write(snapshot(), bundle, "1.0.0");
    return bundle;
  }

  @Test
  void whatIsWrittenReadsBackTheSame() throws Exception {
    Snapshot before = snapshot();
    Snapshot after = read(new Source.PathSource(written("a.zip")));
    assertEquals("bundle", after.format());
    assertEquals("clinic-cluster", after.cluster());
    assertEquals(before.capturedAt(), after.capturedAt());
    assertEquals("1.31.2", after.kubernetesVersion());
    assertEquals(RECORD, after.record());
    assertEquals(before.coverage(), after.coverage());
    assertEquals(bodies(before), bodies(after));
    assertEquals(List.of(), after.skipped());
    assertEquals(
        List.of(
            "objects/apps/v1/deployments.jsonl:1 patients",
            "objects/core/v1/secrets.jsonl:1 api",
            "objects/core/v1/secrets.jsonl:2 db",
            "objects/networking.k8s.io/v1/ingresses.jsonl:1 web"),
        after.resources().stream()
            .map(r -> r.file() + ":" + r.body().line() + " " + r.name())
            .toList());
  }

  private static List<Object> bodies(Snapshot snapshot) {
    return snapshot.resources().stream()
        .sorted((a, b) -> a.key().compareTo(b.key()))
        .map(Resource::body)
        .map(body -> (Object) body.plain())
        .toList();
  }

  @Test
  void theManifestTellsWhatIsInside() throws Exception {
    Path bundle = written("a.zip");
    BundleManifest manifest = Bundle.manifest(bundle);
    assertEquals(manifest, Bundle.verify(bundle, Progress.NONE));
    assertEquals(BundleManifest.VERSION, manifest.formatVersion());
    assertEquals("1.0.0", manifest.toolVersion());
    assertEquals(
        List.of(
            "capture-log.jsonl 0",
            "objects/apps/v1/deployments.jsonl 1",
            "objects/core/v1/secrets.jsonl 2",
            "objects/networking.k8s.io/v1/ingresses.jsonl 1",
            "redaction.json 0"),
        manifest.entries().stream().map(e -> e.path() + " " + e.objects()).toList());
    assertTrue(
        manifest
            .coverage()
            .contains(
                new TypeCoverage(
                    ResourceType.of("Node"), Coverage.FORBIDDEN, 0, "403 on list nodes")));
  }

  @Test
  void aBundleOfABundleTellsTheSame() throws Exception {
    Path first = written("a.zip");
    Snapshot read = read(new Source.PathSource(first));
    Path second = folder.resolve("b.zip");
    Bundle.write(read, second, "1.0.0");
    Snapshot again = read(new Source.PathSource(second));
    assertEquals(read.record(), again.record());
    assertEquals(bodies(read), bodies(again));
    assertEquals(read.coverage(), again.coverage());
    assertEquals(objects(first), objects(second));
  }

  private static Map<String, String> objects(Path bundle) throws IOException {
    return entries(bundle).entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("objects/"))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Test
  void everyFormatThatWasEverWrittenIsRead() throws Exception {
    for (int version = 1; version <= BundleManifest.VERSION; version++) {
      Path bundle = Path.of("src/test/resources/bundles/version-" + version + ".zip");
      assertEquals(version, Bundle.verify(bundle, Progress.NONE).formatVersion());
      Snapshot read = read(new Source.PathSource(bundle));
      assertEquals(bodies(snapshot()), bodies(read));
      assertEquals(snapshot().coverage(), read.coverage());
      assertEquals("clinic-cluster", read.cluster());
      assertEquals(Instant.parse("2026-03-04T05:06:07Z"), read.capturedAt());
      assertEquals(List.of(), read.skipped());
      assertEquals(version == 1 ? List.of() : RECORD.requests(), read.record().requests());
      assertEquals(version == 1 ? List.of() : RECORD.lists(), read.record().lists());
    }
  }

  @Test
  void theNewestFormatKeepsItsBytes() throws Exception {
    Path kept = Path.of("src/test/resources/bundles/version-" + BundleManifest.VERSION + ".zip");
    if (System.getenv("UPDATE_GOLDEN") != null) {
      Bundle.write(snapshot(), kept, "0.1.0");
    }
    Path now = folder.resolve("now.zip");
    Bundle.write(snapshot(), now, "0.1.0");
    assertEquals(entries(kept), entries(now));
  }

  @Test
  void anEncryptedBundleSaysSo() throws Exception {
    Path encrypted = folder.resolve("a.zip.age");
    for (String head : List.of("age-encryption.org/v1\n", "-----BEGIN AGE ENCRYPTED FILE-----")) {
      Files.writeString(encrypted, head + "\n-> X25519 and so on");
      assertEquals("it is encrypted with age", refusals(encrypted));
    }
  }

  @Test
  void equalSnapshotsGiveEqualBytesAndNothingIsLeftBeside() throws Exception {
    byte[] first = Files.readAllBytes(written("a.zip"));
    assertArrayEquals(first, Files.readAllBytes(written("a.zip")));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void aFailedWriteKeepsWhatWasThere() throws Exception {
    Path target = folder.resolve("a.zip");
    Files.createDirectories(target.resolve("in-the-way"));
    assertThrows(IOException.class, () -> Bundle.write(snapshot(), target, "1.0.0"));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(target), files.toList());
    }
  }

  @Test
  void aChangedEntryIsRefused() throws Exception {
    Path bundle = changed("objects/core/v1/secrets.jsonl", "{}\n");
    String message = refusals(bundle);
    assertTrue(message.contains("the entry objects/core/v1/secrets.jsonl has the hash "), message);
  }

  @Test
  void aManifestThatChangedOnTheWayIsRefused() throws Exception {
    Path bundle = written("a.zip");
    String text = Files.readString(bundle, StandardCharsets.ISO_8859_1);
    String changed = text.replace("\"state\":\"FORBIDDEN\"", "\"state\":\"CAPTURED_\"");
    assertTrue(text.length() == changed.length() && !text.equals(changed));
    Files.writeString(bundle, changed, StandardCharsets.ISO_8859_1);
    assertEquals("the entry manifest.json is damaged", refusals(bundle));
  }

  @Test
  void aMissingAndAForeignEntryAreRefused() throws Exception {
    assertTrue(
        refusals(changed("capture-log.jsonl", null)).contains("lacks its entry capture-log.jsonl"));
    assertTrue(
        refusals(changed("objects/core/v1/pods.jsonl", "{}\n"))
            .contains("holds the entry objects/core/v1/pods.jsonl beside its manifest"));
  }

  @Test
  void aNewerFormatIsRefused() throws Exception {
    Path bundle = written("a.zip");
    Map<String, String> entries = entries(bundle);
    String manifest = entries.get("manifest.json");
    entries.put("manifest.json", manifest.replace("\"formatVersion\":2", "\"formatVersion\":3"));
    Files.write(bundle, Archives.zip(entries));
    assertTrue(refusals(bundle).contains("has format version 3"));
  }

  @Test
  void aTruncatedBundleIsRefused() throws Exception {
    Path bundle = written("a.zip");
    byte[] bytes = Files.readAllBytes(bundle);
    for (int cut : List.of(1, 10, 60, bytes.length / 2)) {
      Files.write(bundle, Arrays.copyOf(bytes, bytes.length - cut));
      assertTrue(refusals(bundle).length() > 10);
    }
  }

  @Test
  void anUnpackedBundleIsCheckedToo() throws Exception {
    Path unpacked = folder.resolve("unpacked");
    for (Map.Entry<String, String> entry : entries(written("a.zip")).entrySet()) {
      Path file = unpacked.resolve(entry.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, entry.getValue());
    }
    assertEquals(4, read(new Source.PathSource(unpacked)).resources().size());
    Files.writeString(unpacked.resolve("objects/core/v1/secrets.jsonl"), "{}");
    assertThrows(UnreadableInputException.class, () -> read(new Source.PathSource(unpacked)));
  }

  @Test
  void anotherZipIsNoBundle() throws Exception {
    Path zip = folder.resolve("a.zip");
    Files.write(zip, Archives.zip(Map.of("manifest.json", "{\"v\":1}")));
    UnreadableInputException refused =
        assertThrows(UnreadableInputException.class, () -> Bundle.manifest(zip));
    assertTrue(refused.why().contains("it is no bundle"), refused.why());
  }

  /// Both the check and the reader refuse, with the same cause.
  private static String refusals(Path bundle) {
    UnreadableInputException checked =
        assertThrows(UnreadableInputException.class, () -> Bundle.verify(bundle, Progress.NONE));
    UnreadableInputException read =
        assertThrows(UnreadableInputException.class, () -> read(new Source.PathSource(bundle)));
    assertEquals(checked.why(), read.why());
    return checked.why();
  }

  private Path changed(String entry, String content) throws Exception {
    Path bundle = written("a.zip");
    Map<String, String> entries = entries(bundle);
    if (content == null) {
      entries.remove(entry);
    } else {
      entries.put(entry, content);
    }
    Files.write(bundle, Archives.zip(entries));
    return bundle;
  }

  private static Map<String, String> entries(Path bundle) throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(bundle))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        zip.transferTo(bytes);
        entries.put(entry.getName(), bytes.toString(StandardCharsets.UTF_8));
      }
    }
    return entries;
  }
}
