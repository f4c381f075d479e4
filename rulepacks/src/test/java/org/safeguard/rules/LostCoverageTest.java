package org.safeguard.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.safeguard.kubernetes.KubernetesFacts;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.risk.Scope;
import org.safeguard.model.rule.Pack;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.verdict.Status;
import org.safeguard.model.verdict.Verdict;

/// Missing evidence is never a pass: whatever a snapshot loses, no verdict of the same rule and
/// subject turns from failed or not assessed into passed.
///
/// `-Dsafeguard.bundles=60` tries more bundles, `-Dsafeguard.every-type=true` also takes every type
/// in turn from a snapshot of everything.
class LostCoverageTest {

  private static final Path PACK = Path.of("hipaa-container-safeguards").toAbsolutePath();
  private static final Path TURNED = Path.of("target", "turned-into-passes.txt");
  private static final List<Coverage> LOST =
      List.of(Coverage.UNKNOWN, Coverage.FORBIDDEN, Coverage.FAILED, Coverage.PARTIAL);
  private static final int BUNDLES = Integer.getInteger("safeguard.bundles", 6);
  private static final boolean EVERY_TYPE = Boolean.getBoolean("safeguard.every-type");

  private final Pack pack;
  private final RuleEngine engine;
  private final Bundles bundles;

  LostCoverageTest() throws Exception {
    pack = PackLoader.loadProven(PACK);
    engine = new RuleEngine(List.of(pack));
    bundles = new Bundles(PACK, pack);
  }

  @Test
  void nothingThatIsLostTurnsAVerdictIntoAPass() throws Exception {
    TreeMap<String, TreeSet<String>> turned = new TreeMap<>();
    for (int seed = 0; seed < BUNDLES; seed++) {
      Random random = new Random(seed);
      Snapshot bundle = bundles.some(random, 40);
      Map<String, Status> before = statuses(bundle);
      List<ResourceType> present =
          new ArrayList<>(
              bundle.resources().stream().map(resource -> resource.type()).distinct().toList());
      Collections.shuffle(present, random);
      for (int i = 0; i < 5; i++) {
        Map<ResourceType, Coverage> lost = new HashMap<>();
        for (int n = 1 + random.nextInt(4); n > 0 && !present.isEmpty(); n--) {
          ResourceType type =
              random.nextInt(4) == 0
                  ? bundles.types().get(random.nextInt(bundles.types().size()))
                  : present.get(random.nextInt(present.size()));
          lost.put(type, LOST.get(random.nextInt(LOST.size())));
        }
        compare("seed " + seed, bundle, before, lost, random, turned);
      }
    }
    if (EVERY_TYPE) {
      everyTypeInTurn(turned);
    }
    report(turned);
  }

  private void everyTypeInTurn(TreeMap<String, TreeSet<String>> turned) {
    Snapshot whole = bundles.whole();
    Map<String, Status> before = statuses(whole);
    for (ResourceType type : bundles.types()) {
      for (Coverage state : LOST) {
        compare("all", whole, before, Map.of(type, state), new Random(1), turned);
      }
    }
  }

  private static void report(TreeMap<String, TreeSet<String>> turned) throws Exception {
    List<String> lines =
        turned.entrySet().stream()
            .map(
                entry ->
                    entry.getKey()
                        + entry.getValue().stream()
                            .limit(6)
                            .collect(Collectors.joining("\n    ", "\n    ", "")))
            .toList();
    Files.createDirectories(TURNED.getParent());
    Files.write(TURNED, lines);
    assertEquals(List.of(), lines);
  }

  private void compare(
      String bundleName,
      Snapshot bundle,
      Map<String, Status> before,
      Map<ResourceType, Coverage> lost,
      Random random,
      Map<String, TreeSet<String>> turned) {
    Map<String, Status> after = statuses(Bundles.without(bundle, lost, random));
    after.forEach(
        (verdict, status) -> {
          Status was = before.get(verdict);
          if (status == Status.PASSED && (was == Status.FAILED || was == Status.NOT_ASSESSED)) {
            String rule = verdict.substring(0, verdict.indexOf(' '));
            turned
                .computeIfAbsent(rule, _ -> new TreeSet<>())
                .add(
                    verdict.substring(rule.length() + 1)
                        + " was "
                        + was
                        + " with "
                        + lost
                        + ", "
                        + bundleName);
          }
        });
  }

  private Map<String, Status> statuses(Snapshot snapshot) {
    Map<String, Status> statuses = new HashMap<>();
    for (Verdict verdict :
        engine.evaluate(KubernetesFacts.of(snapshot, Scope.NONE), Progress.NONE)) {
      statuses.merge(
          verdict.rule().id() + " " + verdict.subject(),
          verdict.status(),
          (one, other) -> one == Status.PASSED ? other : one);
    }
    return statuses;
  }
}
