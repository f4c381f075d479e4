package org.safeguard.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class PackPagesTest {

  private static SortedMap<String, String> pages() throws PackException {
    return PackPages.pages(PackLoader.load(SmallPack.directory()), SmallPack.directory());
  }

  @Test
  void everyRuleHasAPageBesideIndexAndSafeguards() throws Exception {
    assertEquals(
        Set.of("README.md", "safeguards.md", "TST-POD-001.md", "TST-POD-002.md", "TST-RBAC-001.md"),
        pages().keySet());
  }

  @Test
  void samePackGivesTheSamePages() throws Exception {
    assertEquals(pages(), pages());
  }

  @Test
  void pageOfARuleSaysAllOfIt() throws Exception {
    assertEquals(
        """
        <!-- Generated from the rule pack; edit the pack, not this page. -->

        # TST-POD-001: Containers are not privileged

        Severity **critical**, area `pod`, since 1.0.0, in `small-pack/rules/pod/TST-POD-001/`. \
        [All rules](README.md)

        ## Why it matters

        A privileged container is the node, and the node holds the records of every patient.

        ## What is examined

        Each `Container`. It passes when

        ```cel
        !container.privileged
        ```

        It applies only when

        ```cel
        workload.kind != "Job"
        ```

        Jobs do not run for long.

        A failure reads: Container {container.name} runs privileged

        ## How to fix it

        1. Set securityContext.privileged to false.

        The value: `/securityContext/privileged` = `false`

        ## What it supports

        - [WRK-01](safeguards.md#wrk-01), direct: Workloads run with the least privilege \
        (164.312(a)(1))

        ## What a pass does not prove

        That the container runs without root.

        ## Examples

        `bad-privileged.yaml`

        ```yaml
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: app
              securityContext:
                privileged: true
            - name: sidecar
        ```

        ## References

        - Kubernetes Pod Security Standards, baseline: Privileged containers

        ## Same check elsewhere

        - `trivy:KSV-0017`
        """,
        pages().get("TST-POD-001.md"));
  }

  @Test
  void indexListsRulesByAreaAndSeverity() throws Exception {
    assertEquals(
        """
        <!-- Generated from the rule pack; edit the pack, not this page. -->

        # Small pack

        Three rules for the tests of the engine.

        Pack `small-pack`, version 1.2.0: 3 rules, [2 safeguards](safeguards.md), 2 citations, \
        1 questions.

        ## By severity

        - **critical** (1): [TST-POD-001](TST-POD-001.md)
        - **high** (2): [TST-POD-002](TST-POD-002.md), [TST-RBAC-001](TST-RBAC-001.md)

        ## Area `access`

        | Rule | Severity | Holds when it passes | Safeguards |
        |---|---|---|---|
        | [TST-RBAC-001](TST-RBAC-001.md) | high | Roles do not read secrets | ACC-01 |

        ## Area `pod`

        | Rule | Severity | Holds when it passes | Safeguards |
        |---|---|---|---|
        | [TST-POD-001](TST-POD-001.md) | critical | Containers are not privileged | WRK-01 |
        | [TST-POD-002](TST-POD-002.md) | high | No credentials in environment variables | WRK-01 |
        """,
        pages().get("README.md"));
  }
}
