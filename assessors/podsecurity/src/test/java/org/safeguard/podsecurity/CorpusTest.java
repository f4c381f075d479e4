package org.safeguard.podsecurity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.objects.PodTemplate;

/// One change at a time to a pod that meets restricted.
class CorpusTest {

  private static final List<ObjectNode> CASES = Pods.resource("corpus.yaml");

  @TestFactory
  Stream<DynamicTest> newestVersion() {
    return CASES.stream()
        .map(
            change ->
                dynamicTest(
                    change.text("case").orElseThrow(),
                    () -> {
                      PodTemplate pod = Pods.changed(change);
                      List<String> restricted = change.array("fails").texts();
                      List<String> baseline =
                          change.has("baseline") ? change.array("baseline").texts() : restricted;
                      assertEquals(restricted, refusing(pod, Level.RESTRICTED, "latest"));
                      assertEquals(baseline, refusing(pod, Level.BASELINE, "latest"));
                      assertEquals(List.of(), refusing(pod, Level.PRIVILEGED, "latest"));
                    }));
  }

  @Test
  void everyCheckRefusesSomeCase() {
    TreeSet<String> refusing = new TreeSet<>();
    for (ObjectNode change : CASES) {
      for (Level level : Level.values()) {
        refusing.addAll(refusing(Pods.changed(change), level, "latest"));
      }
    }
    assertEquals(new TreeSet<>(Standards.ids()), refusing);
    assertEquals(19, refusing.size());
  }

  @Test
  void restrictedNeverAllowsWhatBaselineRefusesButOnWindows() {
    for (ObjectNode change : CASES) {
      PodTemplate pod = Pods.changed(change);
      boolean windows = change.object("spec").has("os");
      for (int minor = 0; minor <= PolicyVersion.NEWEST; minor++) {
        PolicyVersion version = PolicyVersion.of(minor);
        boolean baseline = Standards.evaluate(pod, Level.BASELINE, version).violations().isEmpty();
        boolean restricted =
            Standards.evaluate(pod, Level.RESTRICTED, version).violations().isEmpty();
        assertEquals(
            true, windows || baseline || !restricted, change.text("case") + " in " + version);
      }
    }
  }

  static List<String> refusing(PodTemplate pod, Level level, String version) {
    PolicyVersion parsed =
        PolicyVersion.ofLabel(version).or(() -> PolicyVersion.ofCluster(version)).orElseThrow();
    return Standards.evaluate(pod, level, parsed).violations().stream()
        .map(Evaluation.Result::check)
        .toList();
  }
}
