package org.safeguard.rulepacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.safeguard.kubernetes.KubernetesFacts;
import org.safeguard.rules.CaseResult;
import org.safeguard.rules.PackException;
import org.safeguard.rules.PackLoader;
import org.safeguard.rules.PackProblem;
import org.safeguard.rules.PackTester;

class RulePacksTest {

  @Test
  void packsLoadWithoutProblems() {
    for (String id : RulePacks.ids()) {
      try {
        assertEquals(id, PackLoader.load(source(id)).id());
      } catch (PackException e) {
        List<String> problems = e.problems().stream().map(PackProblem::toString).toList();
        throw new AssertionError(id + ":\n" + String.join("\n", problems), e);
      }
    }
  }

  @Test
  void packagedCopyIsTheSource() throws Exception {
    for (String id : RulePacks.ids()) {
      assertEquals(PackLoader.load(source(id)), PackLoader.loadProven(RulePacks.directory(id)));
    }
  }

  @Test
  void unknownPackIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> RulePacks.directory("nothing"));
  }

  @TestFactory
  Stream<DynamicTest> cases() throws PackException {
    PackTester tester = new PackTester(KubernetesFacts::of);
    Stream.Builder<DynamicTest> tests = Stream.builder();
    for (String id : RulePacks.ids()) {
      for (CaseResult result : tester.test(source(id))) {
        URI place =
            URI.create(source(id).resolve(result.file()).toUri() + "?line=" + result.line());
        tests.add(
            DynamicTest.dynamicTest(
                result.ruleId() + ": " + result.caseName(),
                place,
                () -> assertEquals("", result.detail(), result.toString())));
      }
    }
    return tests.build();
  }

  /// The pack in the source tree, so that a failure names the file to edit.
  private static Path source(String id) {
    return Path.of(id).toAbsolutePath();
  }
}
