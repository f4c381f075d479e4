package org.safeguard.remediation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.safeguard.document.Documents;
import org.safeguard.kubernetes.KubernetesFacts;
import org.safeguard.model.fact.ControlEnforcement;
import org.safeguard.model.fact.Enforcement;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.risk.Scope;
import org.safeguard.model.rule.Fix;
import org.safeguard.model.rule.Rule;
import org.safeguard.model.rule.Severity;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.TypeCoverage;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.verdict.AssessedSubject;
import org.safeguard.model.verdict.ObjectReference;
import org.safeguard.model.verdict.Outcome;
import org.safeguard.model.verdict.ProposedValue;
import org.safeguard.model.verdict.Verdict;

final class RemediationTest {

  private static final String CLINIC =
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: portal}
      ---
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: portal}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            containers:
              - name: web
                image: registry.clinic.example/portal/web:1.4
                ports: [{containerPort: 8443, name: https}]
                securityContext: {privileged: true}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: web, namespace: portal}
      spec:
        selector: {app: web}
        ports: [{port: 443, targetPort: https}]
      ---
      apiVersion: networking.k8s.io/v1
      kind: Ingress
      metadata: {name: public, namespace: portal}
      spec:
        defaultBackend: {service: {name: web, port: {number: 443}}}
      """;

  @Test
  void patchTestsTheNameBeforeItChangesAContainer() throws Exception {
    Verdict verdict =
        failed(
            "SGW-X-001",
            "/spec/template/spec/containers/0/securityContext/capabilities/drop",
            "[ALL]");
    String patch = plan(List.of(verdict)).files().get("patches/portal/deployment-web.yaml");
    assertEquals(
        """
        # Deployment portal/web
        # SGW-X-001: Title of SGW-X-001
        #
        # kubectl patch deployment.apps web -n portal --type=json --patch-file FILE --dry-run=server
        - op: test
          path: /spec/template/spec/containers/0/name
          value: web
        - op: add
          path: /spec/template/spec/containers/0/securityContext/capabilities
          value: {}
        - op: add
          path: /spec/template/spec/containers/0/securityContext/capabilities/drop
          value:
          - ALL
        """,
        patch);
  }

  @Test
  void existingValueIsReplaced() throws Exception {
    Verdict verdict =
        failed("SGW-X-001", "/spec/template/spec/containers/0/securityContext/privileged", "false");
    String patch = plan(List.of(verdict)).files().get("patches/portal/deployment-web.yaml");
    assertTrue(patch.contains("- op: replace"), patch);
  }

  @Test
  void twoValuesForOnePlaceAreNotBothWritten() throws Exception {
    String pointer = "/spec/template/spec/containers/0/securityContext/runAsUser";
    RemediationPlan plan =
        plan(List.of(failed("SGW-X-002", pointer, "2"), failed("SGW-X-001", pointer, "1")));
    assertTrue(plan.files().get("patches/portal/deployment-web.yaml").contains("value: 1"));
    assertTrue(plan.files().get("README.md").contains("### SGW-X-002"));
    assertFalse(plan.files().get("README.md").contains("### SGW-X-001"));
  }

  @Test
  void orderOfVerdictsAndObjectsDoesNotMatter() throws Exception {
    List<Verdict> verdicts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      verdicts.add(
          failed(
              "SGW-X-00" + i,
              "/spec/template/spec/" + (i % 2 == 0 ? "hostPID" : "securityContext/field" + i),
              String.valueOf(i)));
    }
    RemediationPlan expected = plan(verdicts);
    Random random = new Random(20261124);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(verdicts, random);
      assertEquals(expected, plan(verdicts));
    }
  }

  @Test
  void policyOnlyWarnsWhereSomethingBreaksItToday() throws Exception {
    String privileged = plan(List.of()).files().get("policies/privileged.yaml");
    assertTrue(privileged.contains("name: safeguard-privileged-warn"), privileged);
    assertFalse(privileged.contains("name: safeguard-privileged-deny"), privileged);
    String host = plan(List.of()).files().get("policies/host-path.yaml");
    assertTrue(host.contains("name: safeguard-host-path-deny"), host);
  }

  @Test
  void networkPoliciesAllowWhatServicesAndIngressesShow() throws Exception {
    String network = plan(List.of()).files().get("network/portal.yaml");
    List<Node> policies = Documents.yaml(network);
    assertEquals(
        List.of(
            "safeguard-default-deny",
            "safeguard-allow-dns",
            "safeguard-allow-calls-within",
            "safeguard-allow-web"),
        policies.stream()
            .map(node -> ((ObjectNode) node).object("metadata").text("name").orElse(""))
            .toList());
    assertTrue(network.contains("- port: \"https\""), network);
    assertTrue(network.contains("reached through ingress public"), network);
  }

  @Test
  void namesCannotLeaveTheFolder() {
    assertEquals("web-1.a", FileNames.safe("web-1.a"));
    for (String name : List.of("..", "../x", "a/b", "", "A", ".hidden", "x".repeat(300))) {
      String safe = FileNames.safe(name);
      assertTrue(safe.matches("[a-z0-9-][a-z0-9.-]{0,120}"), safe);
    }
  }

  /// Each policy must be one that our own reading of admission recognises: it is tried with objects
  /// that break the control, in containers, init containers and ephemeral containers.
  @TestFactory
  List<DynamicTest> everyPolicyEnforcesItsControl() {
    return PolicyTemplates.load().stream()
        .map(template -> DynamicTest.dynamicTest(template.id(), () -> enforces(template)))
        .toList();
  }

  private static void enforces(PolicyTemplate template) throws Exception {
    String clinic = CLINIC.replace("securityContext: {privileged: true}", "stdin: false");
    String text = template.written(facts(snapshot(clinic))).orElseThrow();
    String denied = text.replace("validationActions: [Warn, Audit]", "validationActions: [Deny]");
    Enforcement portal =
        facts(snapshot(clinic + "\n---\n" + denied)).of(Enforcement.class).getFirst();
    ControlEnforcement control =
        portal.controls().stream()
            .filter(c -> c.id().equals(template.id()))
            .findFirst()
            .orElseThrow();
    assertTrue(control.enforced(), control.why());
  }

  private static RemediationPlan plan(List<Verdict> verdicts) throws Exception {
    Snapshot snapshot = snapshot(CLINIC);
    return Remediation.plan(verdicts, facts(snapshot), snapshot);
  }

  private static Facts facts(Snapshot snapshot) {
    return KubernetesFacts.of(snapshot, Scope.NONE);
  }

  private static Verdict failed(String rule, String pointer, String value) {
    return new Verdict(
        rule + pointer,
        new Rule(
            rule,
            "area",
            "Title of " + rule,
            "",
            Severity.HIGH,
            "Workload",
            "true",
            "false",
            "",
            "",
            "",
            new Fix(List.of("Do it"), pointer, value),
            List.of(),
            "",
            List.of(),
            "1.0.0",
            List.of()),
        new AssessedSubject(
            new ObjectReference("apps/v1", "Deployment", "portal", "web", null, null), "", "none"),
        new Outcome.Failed("broken", List.of(new ProposedValue(pointer, value))),
        List.of());
  }

  private static Snapshot snapshot(String yaml) throws Exception {
    List<Resource> resources = new ArrayList<>();
    for (Node node : Documents.yaml(yaml)) {
      ObjectNode object = (ObjectNode) node;
      ObjectNode metadata = object.object("metadata");
      resources.add(
          new Resource(
              object.text("apiVersion").orElse(""),
              object.text("kind").orElse(""),
              metadata.text("namespace").orElse(""),
              metadata.text("name").orElse(""),
              null,
              null,
              "clinic.yaml",
              object));
    }
    List<TypeCoverage> coverage =
        List.of(
            new TypeCoverage(
                ResourceType.of("NetworkPolicy.networking.k8s.io"), Coverage.CAPTURED, 0, ""));
    return new Snapshot(
        "id", "clinic", "bundle", "", null, "1.31.0", List.of(), resources, coverage, List.of());
  }

  @Test
  void everyPolicyIsWholeYaml() throws Exception {
    for (PolicyTemplate template : PolicyTemplates.load()) {
      List<Node> documents =
          Documents.yaml(template.written(facts(snapshot(CLINIC))).orElseThrow());
      assertEquals(2, documents.size(), template.id());
      ObjectNode spec = ((ObjectNode) documents.getFirst()).object("spec");
      ArrayNode rules = spec.object("matchConstraints").array("resourceRules");
      assertEquals(3, rules.items().size());
    }
  }
}
