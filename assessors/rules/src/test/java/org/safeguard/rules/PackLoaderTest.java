package org.safeguard.rules;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.model.rule.Citation;
import org.safeguard.model.rule.Fix;
import org.safeguard.model.rule.Pack;
import org.safeguard.model.rule.Question;
import org.safeguard.model.rule.Rule;
import org.safeguard.model.rule.Safeguard;
import org.safeguard.model.rule.Severity;
import org.safeguard.model.rule.Strength;
import org.safeguard.model.rule.Support;

class PackLoaderTest {

  private static final String RULE = "rules/pod/TST-POD-001/rule.yaml";

  @TempDir Path folder;
  private Path pack;

  @BeforeEach
  void copyPack() throws Exception {
    pack = folder.resolve("pack");
    copy(SmallPack.directory(), pack);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
  }

  private void edit(String file, String old, String replacement) throws IOException {
    Path path = pack.resolve(file);
    String text = Files.readString(path);
    assertEquals(true, text.contains(old), old);
    Files.writeString(path, text.replace(old, replacement));
  }

  private List<String> problems() {
    return assertThrows(PackException.class, () -> PackLoader.load(pack)).problems().stream()
        .map(PackProblem::toString)
        .toList();
  }

  @Test
  void everythingIsRead() throws Exception {
    Pack loaded = PackLoader.load(pack);
    assertEquals("small-pack", loaded.id());
    assertEquals("1.2.0", loaded.version());
    assertEquals(
        List.of("164.312(a)(1)", "164.308(a)(4)(i)"),
        loaded.citations().stream().map(Citation::id).toList());
    assertEquals(
        List.of("ACC-01", "WRK-01"), loaded.safeguards().stream().map(Safeguard::id).toList());
    assertEquals(
        List.of(
            new Question(
                "Q-WRK-01-1",
                "WRK-01",
                "Who approves privileged containers?",
                "A named person and a list.",
                "Platform owner")),
        loaded.questions());
    assertEquals(
        new Rule(
            "TST-POD-001",
            "pod",
            "Containers are not privileged",
            "A privileged container is the node, and the node holds the records of every patient.",
            Severity.CRITICAL,
            "Container",
            "workload.kind != \"Job\"",
            "!container.privileged",
            "Container {container.name} runs privileged",
            "",
            "Jobs do not run for long.",
            new Fix(
                List.of("Set securityContext.privileged to false."),
                "/securityContext/privileged",
                "false"),
            List.of(new Support("WRK-01", Strength.DIRECT)),
            "That the container runs without root.",
            List.of("Kubernetes Pod Security Standards, baseline: Privileged containers"),
            "1.0.0",
            List.of("trivy:KSV-0017")),
        loaded.rules().get(0));
    assertEquals(
        List.of("TST-POD-001", "TST-POD-002", "TST-RBAC-001"),
        loaded.rules().stream().map(Rule::id).toList());
  }

  @Test
  void provenPackLoadsTheSame() throws Exception {
    assertEquals(PackLoader.load(pack), PackLoader.loadProven(pack));
    edit(RULE, "WRK-01", "WRK-99");
    assertThrows(PackException.class, () -> PackLoader.loadProven(pack));
  }

  @Test
  void misspeltFieldOfAFactIsFoundToTheColumn() throws Exception {
    edit(RULE, "\"!container.privileged\"", "\"!container.privileges\"");
    assertEquals(List.of(RULE + ":10:18: pass: undefined field 'privileges'"), cut(problems()));
  }

  /// The library may add candidates to a message.
  private static List<String> cut(List<String> problems) {
    return problems.stream().map(text -> text.replaceAll("('privileges').*", "$1")).toList();
  }

  @Test
  void allProblemsAreReportedTogetherAndSorted() throws Exception {
    edit(RULE, "severity: critical", "severity: terrible");
    edit("rules/pod/TST-POD-002/rule.yaml", "id: TST-POD-002", "id: TST-POD-003");
    edit("rules/pod/TST-POD-002/rule.yaml", "WRK-01", "WRK-99");
    edit("rules/access/TST-RBAC-001/rule.yaml", "since:", "sinse:");
    edit("safeguards/WRK-01.yaml", "164.312(a)(1)", "\"164.999\"");
    edit("questions/workload-hardening.yaml", "safeguard: WRK-01", "safeguard: WRK-02");
    assertEquals(
        List.of(
            "questions/workload-hardening.yaml:1:3: the id does not start with Q-WRK-02-",
            "questions/workload-hardening.yaml:2:3: there is no safeguard WRK-02",
            "rules/access/TST-RBAC-001/rule.yaml:1:1: the field 'since' is missing",
            "rules/access/TST-RBAC-001/rule.yaml:17:1: unknown field 'sinse'",
            "rules/pod/TST-POD-001/rule.yaml:6:1: severity: must be one of"
                + " [\"critical\",\"high\",\"medium\",\"low\",\"info\"]",
            "rules/pod/TST-POD-002/rule.yaml:1:1: the id is not the name of the folder,"
                + " TST-POD-002",
            "rules/pod/TST-POD-002/rule.yaml:14:6: there is no safeguard WRK-99",
            "safeguards/WRK-01.yaml:5:3: citations.yaml has no citation 164.999"),
        problems());
  }

  @Test
  void contentRulesAreChecked() throws Exception {
    edit(RULE, "when: workload.kind != \"Job\"\n", "");
    edit("rules/pod/TST-POD-001/tests.yaml", "expect: passed", "expect: failed");
    Files.writeString(pack.resolve("rules/pod/TST-POD-001/examples/unused.yaml"), "a: 1\n");
    Files.writeString(pack.resolve("rules/pod/rule.yaml"), "a: 1\n");
    Files.delete(pack.resolve("rules/access/TST-RBAC-001/tests.yaml"));
    edit("rules/pod/TST-POD-002/rule.yaml", "fact: Container", "fact: Kontainer");
    assertEquals(
        List.of(
            "rules/access/TST-RBAC-001/tests.yaml: the rule has no tests",
            "rules/pod/TST-POD-001/examples/unused.yaml: no test case names this example",
            "rules/pod/TST-POD-001/rule.yaml:8:1: 'not-applicable' without a 'when' never shows",
            "rules/pod/TST-POD-001/tests.yaml:1:1: no case expects 'passed'",
            "rules/pod/TST-POD-002/rule.yaml:5:7: fact: unknown fact 'Kontainer'; known are "
                + Stream.of(FactKind.values()).map(FactKind::title).collect(joining(", ")),
            "rules/pod/rule.yaml: no file of a pack has this place; is it misplaced?"),
        problems());
  }

  @Test
  void messageMustBeText() throws Exception {
    edit(RULE, "{container.name} runs", "{container.privileged} runs");
    assertEquals(
        List.of(RULE + ":11:22: message: the expression gives bool, not text"), problems());
  }

  @Test
  void brokenYamlIsAProblemAndNotTheEnd() throws Exception {
    Files.writeString(pack.resolve(RULE), "id: [\n");
    Files.writeString(pack.resolve("pack.yaml"), "");
    List<String> problems = problems();
    assertEquals("pack.yaml:1: expected one YAML document, found nothing", problems.get(0));
    assertEquals(true, problems.get(1).startsWith(RULE + ":2: not YAML"), problems.get(1));
    assertEquals(2, problems.size());
  }

  @Test
  void missingFolderIsAProblem() {
    PackException e =
        assertThrows(PackException.class, () -> PackLoader.load(folder.resolve("nowhere")));
    assertEquals(1, e.problems().size());
  }

  @Test
  void packWithoutRulesLoads() throws Exception {
    try (Stream<Path> all = Files.walk(pack.resolve("rules"))) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
    assertEquals(List.of(), PackLoader.load(pack).rules());
  }

  @Test
  void hashCoversContentButNotTests() throws Exception {
    String before = PackLoader.load(pack).sha256();
    edit("rules/pod/TST-POD-001/tests.yaml", "a plain container", "some container");
    assertEquals(before, PackLoader.load(pack).sha256());
    edit(RULE, "Jobs do not run", "Jobs never run");
    assertNotEquals(before, PackLoader.load(pack).sha256());
  }

  @Test
  void packInAZipIsTheSame() throws Exception {
    URI zip = URI.create("jar:" + folder.resolve("pack.zip").toUri());
    try (FileSystem files = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
      Path inside = files.getPath("/packs/small");
      Files.createDirectories(inside);
      copy(pack, inside);
      assertEquals(PackLoader.load(pack), PackLoader.load(inside));
    }
  }

  @Test
  void damagedRulesNeverThrowAnythingElse() throws Exception {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261123);
    List<String> files =
        List.of(
            RULE,
            "rules/access/TST-RBAC-001/rule.yaml",
            "rules/pod/TST-POD-001/tests.yaml",
            "safeguards/WRK-01.yaml",
            "citations.yaml",
            "questions/workload-hardening.yaml",
            "pack.yaml");
    for (int round = 0; round < 300; round++) {
      Path path = pack.resolve(files.get(random.nextInt(files.size())));
      String original = Files.readString(path);
      Files.writeString(path, damaged(original, random));
      try {
        PackLoader.load(pack);
      } catch (PackException e) {
        assertEquals(false, e.problems().isEmpty());
      }
      Files.writeString(path, original);
    }
  }

  private static String damaged(String text, RandomGenerator random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    for (int i = random.nextInt(3); i >= 0 && !lines.isEmpty(); i--) {
      int at = random.nextInt(lines.size());
      switch (random.nextInt(4)) {
        case 0 -> lines.remove(at);
        case 1 -> lines.set(at, lines.get(at).replaceFirst("[a-z]", "\\$"));
        case 2 -> lines.add(random.nextInt(lines.size()), lines.get(at));
        default -> {
          String line = lines.get(at);
          lines.set(at, line.substring(0, random.nextInt(line.length() + 1)));
        }
      }
    }
    return String.join("\n", lines);
  }
}
