package org.safeguard.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.capture.realserver.AuditEvent;
import org.safeguard.capture.realserver.Clinic;
import org.safeguard.capture.realserver.RealServer;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.TypeCoverage;

/// A capture of a real API server by a user who may read little, judged by the server's own audit
/// log. Runs where `KUBEBUILDER_ASSETS` names a folder with `kube-apiserver` and `etcd`, as it does
/// for Kubernetes' own controller tests; anywhere else it is skipped and says so.
class RealServerTest {

  @TempDir Path folder;

  @Test
  void aRestrictedCaptureOnlyListsAndSaysWhatItMayNotSee() throws Exception {
    Path assets = assets();
    CaptureResult result;
    Map<String, Integer> counts;
    Map<String, String> kinds;
    RealServer server = RealServer.start(assets, Files.createDirectory(folder.resolve("server")));
    try (server) {
      Clinic clinic = new Clinic(server.admin());
      clinic.fill(server.assessor());
      counts = clinic.counts();
      kinds = clinic.kinds();
      result = capture(server.kubeconfig());
    }

    assertFalse(server.isRunning());
    List<AuditEvent> audit = server.audit();
    assertEquals(Set.of("get", "list"), onlyGetAndList(audit));
    assertEquals(Set.of("PartialObjectMetadataList"), kindsOfSecretAnswers(audit));
    assertEquals(counts, captured(result));
    assertEquals(refusedTypes(audit, kinds), types(result, Coverage.FORBIDDEN));
    assertTrue(types(result, Coverage.FORBIDDEN).contains("Pod"));
    assertFalse(result.complete());
    assertEquals(List.of(), plantedValues(bundle()));
  }

  private static Path assets() {
    String named = System.getenv("KUBEBUILDER_ASSETS");
    assumeTrue(
        named != null,
        "Skipped, nothing was tried against a real API server: KUBEBUILDER_ASSETS is not set. Set"
            + " it to a folder that holds kube-apiserver and etcd.");
    Path assets = Path.of(named).toAbsolutePath();
    for (String program : List.of("kube-apiserver", "etcd")) {
      assumeTrue(
          Files.isExecutable(assets.resolve(program)),
          () ->
              "Skipped, nothing was tried against a real API server: there is no program "
                  + program
                  + " in the folder that KUBEBUILDER_ASSETS names, "
                  + assets);
    }
    return assets;
  }

  private Path bundle() {
    return folder.resolve("real.zip");
  }

  private CaptureResult capture(Path kubeconfig) throws Exception {
    return new LiveCapture(Clock.systemUTC(), "test", (command, context) -> false)
        .capture(
            CaptureOptions.defaults()
                .withKubeconfig(kubeconfig)
                .withSecretNames(true)
                .withPace(4, 200, 10),
            bundle(),
            false,
            CaptureListener.NONE,
            Progress.NONE);
  }

  private static Set<String> onlyGetAndList(List<AuditEvent> audit) {
    return audit.stream().map(AuditEvent::verb).collect(Collectors.toSet());
  }

  /// The audit log holds the answers to requests for secrets, as they went out.
  private static Set<String> kindsOfSecretAnswers(List<AuditEvent> audit) {
    return audit.stream()
        .filter(event -> event.resource().equals("secrets"))
        .map(AuditEvent::answer)
        .map(answer -> answer.path("kind").asText())
        .collect(Collectors.toSet());
  }

  private static Map<String, Integer> captured(CaptureResult result) {
    return result.manifest().coverage().stream()
        .filter(coverage -> coverage.state() == Coverage.CAPTURED)
        .collect(
            Collectors.toMap(
                coverage -> coverage.type().toString(),
                TypeCoverage::count,
                (one, other) -> one,
                TreeMap::new));
  }

  private static Set<String> types(CaptureResult result, Coverage state) {
    return result.manifest().coverage().stream()
        .filter(coverage -> coverage.state() == state)
        .map(coverage -> coverage.type().toString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> refusedTypes(List<AuditEvent> audit, Map<String, String> kinds) {
    return audit.stream()
        .filter(event -> event.verb().equals("list") && event.status() == 403)
        .map(AuditEvent::resource)
        .filter(resource -> !Clinic.ALLOWED.containsKey(resource))
        .map(kinds::get)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> plantedValues(Path bundle) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (InputStream file = Files.newInputStream(bundle);
        ZipInputStream entries = new ZipInputStream(file)) {
      while (entries.getNextEntry() != null) {
        entries.transferTo(all);
      }
    }
    String text = all.toString(StandardCharsets.UTF_8);
    assertTrue(text.contains("DB_PASSWORD"), "the search would find what is there");
    return Clinic.PLANTED.stream().filter(text::contains).toList();
  }
}
