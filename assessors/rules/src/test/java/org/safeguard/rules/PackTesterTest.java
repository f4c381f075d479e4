package org.safeguard.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackTesterTest {

  private final PackTester tester = new PackTester(HandMade::of);

  @Test
  void everyCaseOfTheSmallPackPasses() throws Exception {
    List<CaseResult> results = tester.test(SmallPack.directory());
    assertEquals(List.of(), results.stream().filter(result -> !result.passed()).toList());
    assertEquals(
        List.of(
            "rules/pod/TST-POD-001/tests.yaml:1: TST-POD-001: a privileged container fails",
            "rules/pod/TST-POD-001/tests.yaml:6: TST-POD-001: a plain container passes",
            "rules/pod/TST-POD-001/tests.yaml:15: TST-POD-001: a redacted value is not assessed",
            "rules/pod/TST-POD-002/tests.yaml:1: TST-POD-002: a literal password fails",
            "rules/pod/TST-POD-002/tests.yaml:14: TST-POD-002: a harmless variable passes",
            "rules/access/TST-RBAC-001/tests.yaml:1: TST-RBAC-001: a role over everything fails",
            "rules/access/TST-RBAC-001/tests.yaml:11: TST-RBAC-001: a role over pods passes"),
        results.stream().map(CaseResult::toString).toList());
  }

  @Test
  void wrongExpectationsAreExplained(@TempDir Path folder) throws Exception {
    Path pack = folder.resolve("pack");
    try (var all = Files.walk(SmallPack.directory())) {
      for (Path path : all.toList()) {
        Path target = pack.resolve(SmallPack.directory().relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
    Files.writeString(
        pack.resolve("rules/pod/TST-POD-001/tests.yaml"),
        """
        - name: a privileged container passes
          input: examples/bad-privileged.yaml
          expect: passed
        - name: nobody of that name
          input: examples/bad-privileged.yaml
          subject: {name: nobody}
          expect: failed
        - name: wrong pointer
          input: examples/bad-privileged.yaml
          subject: {container: app}
          expect: failed
          pointer: /status
        - name: no container at all
          objects: [{apiVersion: v1, kind: Node, metadata: {name: n}}]
          expect: passed
        """);
    String app =
        "failed for Pod default/web, container app: Container app runs privileged"
            + " [/spec/containers/0/securityContext/privileged = true]";
    String sidecar =
        "passed for Pod default/web, container sidecar"
            + " [/spec/containers/1/securityContext/privileged = absent (default: false)]";
    assertEquals(
        List.of(
            "expected passed, but got " + app,
            "no verdict is about {name=nobody}; there are: " + app + "; " + sidecar,
            "no evidence points to or into /status; there is: " + app,
            "the input holds no fact of the kind Container"),
        tester.test(pack).stream()
            .filter(result -> result.ruleId().equals("TST-POD-001"))
            .map(CaseResult::detail)
            .toList());
  }
}
