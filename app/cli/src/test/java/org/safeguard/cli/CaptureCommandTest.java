package org.safeguard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CaptureCommandTest {

  private static final String TOKEN = "{token: planted-token-0123456789}";

  @TempDir Path folder;

  @Test
  void aClusterIsCapturedAndAssessed() throws Exception {
    try (SmallCluster cluster = new SmallCluster()) {
      Path bundle = folder.resolve("clinic.zip");
      Cli run = Cli.run("capture", "--kubeconfig", cluster.kubeconfig(folder, TOKEN), "-o", bundle);
      assertEquals(ExitStatus.INCOMPLETE, run.status(), run.err());
      assertTrue(run.out().startsWith("Wrote " + bundle + " with 2 objects\n"), run.out());
      assertTrue(run.out().contains("Node"), run.out());
      assertTrue(
          cluster.asked().stream().allMatch(request -> request.startsWith("GET ")),
          cluster.asked().toString());
      String content = content(bundle);
      assertFalse(content.contains("correct-horse-battery"), content);
      assertFalse(content.contains("planted-token"), content);
      assertTrue(content.contains("dark"), content);
      assertEquals(ExitStatus.INCOMPLETE, Cli.run("assess", bundle, "--pack", Cli.PACK).status());
    }
  }

  @Test
  void whatIsMissingIsReadLater() throws Exception {
    try (SmallCluster cluster = new SmallCluster()) {
      Path bundle = folder.resolve("clinic.zip");
      Path kubeconfig = cluster.kubeconfig(folder, TOKEN);
      Cli.run("capture", "--kubeconfig", kubeconfig, "-o", bundle);
      int before = cluster.asked().size();
      Cli run = Cli.run("capture", "--kubeconfig", kubeconfig, "-o", bundle, "--resume");
      assertTrue(run.out().startsWith("Wrote " + bundle + " with 2 objects\n"), run.out());
      List<String> again = cluster.asked().subList(before, cluster.asked().size());
      assertFalse(again.contains("GET /api/v1/configmaps"), again.toString());
      assertTrue(again.contains("GET /api/v1/nodes"), again.toString());
    }
  }

  @Test
  void explainingSendsNothing() throws Exception {
    try (SmallCluster cluster = new SmallCluster()) {
      Cli run = Cli.run("capture", "--explain", "--kubeconfig", cluster.kubeconfig(folder, TOKEN));
      assertEquals(ExitStatus.DONE, run.status(), run.err());
      assertTrue(run.out().contains("GET"), run.out());
      assertFalse(run.out().contains("planted-token"), run.out());
      assertEquals(List.of(), cluster.asked());
    }
  }

  @Test
  void checkingSaysWhatIsServed() throws Exception {
    try (SmallCluster cluster = new SmallCluster()) {
      Cli run = Cli.run("capture", "--check", "--kubeconfig", cluster.kubeconfig(folder, TOKEN));
      assertEquals(ExitStatus.DONE, run.status(), run.err());
      assertTrue(run.out().contains("Kubernetes version  1.31.2\n"), run.out());
      assertTrue(run.out().contains("Namespaces          clinic\n"), run.out());
    }
  }

  @Test
  void aProgramOfTheKubeconfigDoesNotRunWhereNobodyCanBeAsked() throws Exception {
    try (SmallCluster cluster = new SmallCluster()) {
      Path trace = folder.resolve("ran");
      String user =
          "{exec: {apiVersion: client.authentication.k8s.io/v1, interactiveMode: Never,"
              + " command: touch, args: [\""
              + trace
              + "\"]}}";
      Path bundle = folder.resolve("clinic.zip");
      Cli run = Cli.run("capture", "--kubeconfig", cluster.kubeconfig(folder, user), "-o", bundle);
      assertEquals(ExitStatus.UNREADABLE, run.status(), run.err());
      assertTrue(run.err().contains("touch " + trace), run.err());
      assertTrue(Files.notExists(trace));
      assertTrue(Files.notExists(bundle));
      assertEquals(List.of(), cluster.asked());
    }
  }

  @Test
  void wrongUsageIsOneLine() {
    assertEquals(ExitStatus.USAGE, Cli.run("capture").status());
    assertEquals(ExitStatus.USAGE, Cli.run("capture", "--parallel", "0", "-o", "x.zip").status());
    Cli missing =
        Cli.run("capture", "--kubeconfig", folder.resolve("none"), "-o", folder.resolve("b.zip"));
    assertEquals(ExitStatus.UNREADABLE, missing.status());
    assertEquals(1, missing.err().lines().count(), missing.err());
  }

  @Test
  void theCollectorIsGivenOut() throws Exception {
    Path script = folder.resolve("collect.sh");
    assertEquals(0, Cli.run("collector", "-o", script).status());
    assertEquals(Files.readString(script), Cli.run("collector").out());
    assertTrue(Files.readString(script).startsWith("#!/bin/sh\n"));
  }

  private static String content(Path bundle) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (InputStream in = Files.newInputStream(bundle);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        zip.transferTo(all);
      }
    }
    return all.toString(StandardCharsets.UTF_8);
  }
}
