package org.safeguard.collector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.safeguard.collector.CollectorRun.Ended;

class CollectorScriptTest {

  @SuppressWarnings("unused") // by @FieldSource
  static final List<String> SHELLS = CollectorRun.SHELLS;

  @TempDir Path folder;
  private CollectorRun collector;

  @BeforeEach
  void fakeCluster() throws IOException {
    assumeTrue(CollectorRun.has("sh"), "skipped: there is no POSIX shell on this machine");
    collector = new CollectorRun(folder);
  }

  private void needs(String shell) {
    assumeTrue(CollectorRun.has(shell), () -> "skipped: " + shell + " is not on this machine");
  }

  @ParameterizedTest
  @FieldSource("SHELLS")
  void writesWhatTheClusterGaveAndSaysWhatItDidNot(String shell) throws Exception {
    needs(shell);

    Ended ended = collector.run(shell, Map.of(), "-o", "out");

    assertEquals(3, ended.status(), ended::err);
    assertEquals(
        CollectorRun.files(CollectorRun.resource("expected")),
        CollectorRun.files(folder.resolve("out")));
    assertEquals(List.of("out"), collector.left());
  }

  @ParameterizedTest
  @FieldSource("SHELLS")
  void writesTheSameIntoAnArchive(String shell) throws Exception {
    needs(shell);

    collector.run(shell, Map.of(), "-o", "out.tar.gz");
    assertEquals(List.of("out.tar.gz"), collector.left());
    collector.start(List.of("tar", "-xzf", "out.tar.gz"), Map.of());

    assertEquals(
        CollectorRun.files(CollectorRun.resource("expected")),
        CollectorRun.files(folder.resolve("safeguard-collection")));
  }

  @ParameterizedTest
  @FieldSource("SHELLS")
  void neverAsksForSecretsInFullNorWritesAPlantedValue(String shell) throws Exception {
    needs(shell);

    Ended ended = collector.run(shell, Map.of(), "-o", "out");

    assertEquals(
        List.of("--request-timeout=60s get secrets -A -o wide --no-headers"),
        collector.calls().stream().filter(call -> call.contains("secrets")).toList());
    String everything = CollectorRun.files(folder.resolve("out")).toString() + ended;
    assertFalse(everything.contains("PLANTED"));
    assertFalse(everything.contains("UExBTlRFRC1zZWNyZXQ="), "the same in base64");
  }

  @ParameterizedTest
  @FieldSource("SHELLS")
  void onlyListsAndReads(String shell) throws Exception {
    needs(shell);

    collector.run(
        shell, Map.of(), "--context", "a b", "--kubeconfig", "/some where/c", "-o", "out");

    List<String> verbs =
        collector.calls().stream()
            .map(call -> call.replace("--kubeconfig=/some where/c ", ""))
            .map(call -> call.replace("--context=a b ", ""))
            .map(call -> call.replace("--request-timeout=60s ", ""))
            .map(call -> call.split(" ")[0])
            .distinct()
            .sorted()
            .toList();
    assertEquals(List.of("api-resources", "config", "get"), verbs);
  }

  @ParameterizedTest
  @FieldSource("SHELLS")
  void anInterruptedRunKeepsWhatItHasRead(String shell) throws Exception {
    needs(shell);

    Ended ended = collector.run(shell, Map.of("FAKE_INTERRUPT", "1"), "-o", "out");

    assertEquals(130, ended.status(), ended::err);
    assertEquals(
        List.of(
            "configmaps captured",
            "namespaces captured",
            "nodes forbidden",
            "pods captured",
            "secrets captured",
            "services partial"),
        states());
    assertTrue(Files.exists(folder.resolve("out/objects/pods.core.json")));
    assertTrue(Files.exists(folder.resolve("out/collection.json")));
  }

  @ParameterizedTest
  @FieldSource("SHELLS")
  void namespacesAreReadOneByOneIntoOneList(String shell) throws Exception {
    needs(shell);

    collector.run(shell, Map.of(), "--namespace", "clinic", "--namespace", "lab", "-o", "out");

    assertTrue(states().contains("pods partial"));
    assertEquals(
        List.of("web-1", "web-2", "probe-1"),
        Files.readAllLines(folder.resolve("out/objects/pods.core.json")).stream()
            .filter(line -> line.contains("\"name\""))
            .map(line -> line.replaceAll(".*\"name\": \"(.*)\".*", "$1"))
            .toList());
    assertFalse(collector.calls().stream().anyMatch(call -> call.contains(" -A ")));
  }

  private List<String> states() throws IOException {
    return Files.readAllLines(folder.resolve("out/coverage.tsv")).stream()
        .map(line -> line.split("\t"))
        .map(columns -> columns[0] + " " + columns[3])
        .toList();
  }

  @ParameterizedTest
  @FieldSource("SHELLS")
  void explainRunsNothing(String shell) throws Exception {
    needs(shell);

    Ended ended = collector.run(shell, Map.of(), "--explain", "--namespace", "clinic");

    assertEquals(0, ended.status());
    assertTrue(ended.out().startsWith("This is what would be run; nothing has been."));
    assertEquals(List.of(), collector.calls());
    assertEquals(List.of(), collector.left());
  }

  @ParameterizedTest
  @FieldSource("SHELLS")
  void anUnreachableClusterLeavesNothing(String shell) throws Exception {
    needs(shell);

    Ended ended = collector.run(shell, Map.of("FAKE_DOWN", "1"), "-o", "out");

    assertEquals(1, ended.status());
    assertTrue(ended.err().contains("was refused"), ended::err);
    assertEquals(List.of(), collector.left());
  }

  @Test
  void whatTheServerDoesNotHaveIsSaidOnceAllItsTypesAreKnown() throws Exception {
    collector.run("sh", Map.of("FAKE_HEALTHY", "1"), "-o", "out");

    assertEquals(
        List.of(
            "widgets.shop.example absent",
            "ingresses.networking.k8s.io absent",
            "poddisruptionbudgets.policy absent",
            "podsecuritypolicies.policy absent",
            "adminnetworkpolicies.policy.networking.k8s.io absent",
            "baselineadminnetworkpolicies.policy.networking.k8s.io absent",
            "validatingadmissionpolicies.admissionregistration.k8s.io absent",
            "validatingadmissionpolicybindings.admissionregistration.k8s.io absent"),
        states().stream().filter(state -> state.endsWith("absent")).toList());
  }

  @Test
  void secretsCanBeLeftOutAltogether() throws Exception {
    collector.run("sh", Map.of(), "--no-secret-names", "-o", "out");

    assertFalse(collector.calls().stream().anyMatch(call -> call.contains("secrets")));
    assertFalse(Files.exists(folder.resolve("out/objects/secrets.core.json")));
    assertFalse(states().stream().anyMatch(state -> state.startsWith("secrets")));
  }

  @Test
  void valuesOfConfigMapsAreCollectedOnRequest() throws Exception {
    collector.run("sh", Map.of(), "--config-maps", "-o", "out");

    assertEquals(
        Files.readString(CollectorRun.resource("cluster/configmaps.json")),
        Files.readString(folder.resolve("out/objects/configmaps.core.json")));
  }

  @Test
  void onlyItsOwnerMayReadTheCollection() throws Exception {
    collector.run("sh", Map.of(), "-o", "out");

    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("out"))));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(folder.resolve("out/objects/pods.core.json"))));
  }

  @Test
  void wrongUseIsSaidInOneLine() throws Exception {
    Files.createDirectory(folder.resolve("there"));

    assertEquals(
        new Ended(
            2, "", "safeguard-collect.sh: there exists already; choose another name with -o\n"),
        collector.run("sh", Map.of(), "-o", "there"));
    assertEquals(
        new Ended(2, "", "safeguard-collect.sh: unknown option --all; see --help\n"),
        collector.run("sh", Map.of(), "--all"));
    assertEquals(
        new Ended(2, "", "safeguard-collect.sh: -o needs a value; see --help\n"),
        collector.run("sh", Map.of(), "-o"));
    assertEquals(
        new Ended(2, "", "safeguard-collect.sh: no namespace can be called 'a;b'\n"),
        collector.run("sh", Map.of(), "--namespace", "a;b"));
    assertEquals(
        new Ended(1, "", "safeguard-collect.sh: nokubectl was not found; KUBECTL can name it\n"),
        collector.run("sh", Map.of("KUBECTL", "nokubectl")));
    assertEquals(List.of(), collector.calls());
  }

  @Test
  void shellcheckHasNothingToSay() throws Exception {
    needs("shellcheck");

    assertEquals(
        new Ended(0, "", ""),
        collector.start(List.of("shellcheck", "-s", "sh", "safeguard-collect.sh"), Map.of()));
  }
}
