package org.safeguard.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.safeguard.kubernetes.KubernetesFacts;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.risk.Scope;
import org.safeguard.model.rule.Pack;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.TypeCoverage;
import org.safeguard.model.verdict.Evidence;
import org.safeguard.model.verdict.Verdict;

/// Verdicts, their words and their evidence do not depend on the order of objects, or on the files
/// they lie in.
class OrderTest {

  private static final Path PACK = Path.of("hipaa-container-safeguards").toAbsolutePath();

  @Test
  void shuffledObjectsGiveTheSameVerdicts() throws Exception {
    Pack pack = PackLoader.loadProven(PACK);
    RuleEngine engine = new RuleEngine(List.of(pack));
    Bundles bundles = new Bundles(PACK, pack);
    TreeSet<String> different = new TreeSet<>();
    for (int seed = 0; seed < 6; seed++) {
      Random random = new Random(seed);
      Snapshot bundle = bundles.some(random, 60);
      List<String> expected = verdicts(engine, bundle);
      for (int i = 0; i < 2; i++) {
        List<String> shuffled = verdicts(engine, shuffled(bundle, random));
        different.addAll(only(expected, shuffled, "before, seed " + seed));
        different.addAll(only(shuffled, expected, "shuffled, seed " + seed));
      }
    }
    assertEquals("", String.join("\n", different));
  }

  private static List<String> only(List<String> these, List<String> others, String where) {
    List<String> only = new ArrayList<>(these);
    only.removeAll(new HashSet<>(others));
    return only.stream().map(verdict -> verdict + "\n  " + where).toList();
  }

  private static Snapshot shuffled(Snapshot bundle, Random random) {
    List<Resource> resources = new ArrayList<>();
    for (Resource resource : bundle.resources()) {
      resources.add(
          new Resource(
              resource.apiVersion(),
              resource.kind(),
              resource.namespace(),
              resource.name(),
              resource.uid(),
              resource.resourceVersion(),
              "file-" + random.nextInt(100) + ".yaml",
              resource.body()));
    }
    Collections.shuffle(resources, random);
    List<TypeCoverage> coverage = new ArrayList<>(bundle.coverage());
    Collections.shuffle(coverage, random);
    String version = bundle.kubernetesVersion();
    return Bundles.snapshot(resources, coverage, version == null ? "" : version);
  }

  private static List<String> verdicts(RuleEngine engine, Snapshot snapshot) {
    return engine.evaluate(KubernetesFacts.of(snapshot, Scope.NONE), Progress.NONE).stream()
        .map(OrderTest::told)
        .toList();
  }

  /// All of a verdict but the file and line of its evidence.
  private static String told(Verdict verdict) {
    List<String> evidence = verdict.evidence().stream().map(OrderTest::told).toList();
    return verdict.rule().id() + " " + verdict.subject() + " " + verdict.outcome() + " " + evidence;
  }

  private static String told(Evidence evidence) {
    return evidence.object() + " " + evidence.pointer() + " " + evidence.observed();
  }
}
