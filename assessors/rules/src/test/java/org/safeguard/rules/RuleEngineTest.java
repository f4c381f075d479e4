package org.safeguard.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.Provenance;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.fact.Workload;
import org.safeguard.model.progress.CancelledException;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.rule.Fix;
import org.safeguard.model.rule.Pack;
import org.safeguard.model.rule.Rule;
import org.safeguard.model.rule.Severity;
import org.safeguard.model.rule.Strength;
import org.safeguard.model.rule.Support;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.tree.JsonPointer;
import org.safeguard.model.verdict.AssessedSubject;
import org.safeguard.model.verdict.Evidence;
import org.safeguard.model.verdict.ObjectReference;
import org.safeguard.model.verdict.Outcome;
import org.safeguard.model.verdict.ProposedValue;
import org.safeguard.model.verdict.Status;
import org.safeguard.model.verdict.Verdict;

class RuleEngineTest {

  private static final Resource POD =
      HandMade.resource(
          """
          apiVersion: v1
          kind: Pod
          metadata: {name: web, namespace: ehr}
          spec:
            containers:
              - name: app
                securityContext: {privileged: true}
                env:
                  - {name: LEVEL, value: debug}
                  - {name: PASSWORD, value: x}
              - name: side
          """);

  private static Rule rule(String id, String fact, String when, String pass, String evidence) {
    return new Rule(
        id,
        "pod",
        "Title",
        "Why",
        Severity.HIGH,
        fact,
        when,
        pass,
        "Bad",
        evidence,
        when.isEmpty() ? "" : "Not for this",
        new Fix(List.of("Do it."), "/securityContext/privileged", "false"),
        List.of(new Support("WRK-01", Strength.DIRECT)),
        "Nothing.",
        List.of(),
        "1.0.0",
        List.of());
  }

  private static Pack pack(Rule... rules) {
    return new Pack("p", "1.0.0", "P", "P", "", List.of(), List.of(), List.of(), List.of(rules));
  }

  private static List<Verdict> verdicts(Facts facts, Rule... rules) throws Exception {
    return new RuleEngine(List.of(pack(rules))).evaluate(facts, Progress.NONE);
  }

  private static Facts pod() {
    return HandMade.facts(List.of(HandMade.workload(POD)), List.of());
  }

  private static List<String> pointers(Verdict verdict) {
    return verdict.evidence().stream().map(Evidence::pointer).toList();
  }

  private static Verdict only(String fact, String pass, String evidence, Facts facts)
      throws Exception {
    return verdicts(facts, rule("T-A-001", fact, "", pass, evidence)).getFirst();
  }

  @Test
  void failedVerdictIsWhole() throws Exception {
    Rule rule = rule("T-A-001", "Container", "", "!container.privileged", "");
    Verdict verdict = verdicts(pod(), rule).getFirst();
    ObjectReference web = new ObjectReference("v1", "Pod", "ehr", "web", null, null);
    assertEquals(
        new Verdict(
            verdict.id(),
            rule,
            new AssessedSubject(web, "app", "maintains"),
            new Outcome.Failed(
                "Bad",
                List.of(
                    new ProposedValue("/spec/containers/0/securityContext/privileged", "false"))),
            List.of(
                new Evidence(
                    web,
                    "/spec/containers/0/securityContext/privileged",
                    "true",
                    "input.yaml",
                    7))),
        verdict);
    assertTrue(verdict.id().matches("[0-9a-f]{16}"), verdict.id());
  }

  @Test
  void onlyOffendingElementsAreShown() throws Exception {
    String[] forms = {
      "container.environment.all(e, !e.credential)",
      "!container.environment.exists(e, e.credential)",
      "container.environment.filter(e, e.credential).size() == 0",
      "cel.bind(v, container.environment, v.all(e, !e.credential))",
      "container.environment.filter(e, e.name != '').all(e, !e.credential)",
      "workload.containers.all(c, c.environment.all(e, !e.credential))"
    };
    for (String form : forms) {
      Verdict verdict = only("Container", form, "", pod());
      assertEquals(List.of("/spec/containers/0/env/1"), pointers(verdict), form);
    }
  }

  @Test
  void evidenceExpressionNamesTheParts() throws Exception {
    Verdict verdict =
        only(
            "Container",
            "container.environment.size() == 0",
            "container.environment.filter(e, e.name.startsWith('L'))",
            pod());
    assertEquals(List.of("/spec/containers/0/env/0"), pointers(verdict));
  }

  @Test
  void onlyTheDecidingSideIsShown() throws Exception {
    String privileged = "/spec/containers/0/securityContext/privileged";
    Facts facts = pod();
    assertEquals(
        List.of(privileged),
        pointers(only("Container", "!container.privileged && workload.kind == 'Pod'", "", facts)));
    assertEquals(
        List.of("/kind"),
        pointers(only("Container", "!container.privileged || workload.kind == 'Pod'", "", facts)));
    assertEquals(
        List.of(privileged, "/kind"),
        pointers(only("Container", "!container.privileged || workload.kind == 'X'", "", facts)));
  }

  @Test
  void rawObjectShowsItsPointers() throws Exception {
    Verdict verdict =
        only("Workload", "object.spec.?restartPolicy.orValue('') == 'Never'", "", pod());
    assertEquals(
        new Evidence(verdict.subject().object(), "/spec/restartPolicy", "absent", "input.yaml", 5),
        verdict.evidence().getFirst());
  }

  @Test
  void unknownNeverBecomesAPassOrNotApplicable() throws Exception {
    Resource hidden =
        HandMade.resource(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: web}
            spec: {hiddenToken: true, containers: [{name: app}]}
            """);
    Facts facts = HandMade.facts(List.of(HandMade.workload(hidden)), List.of());
    Outcome unknown =
        new Outcome.NotAssessed(new Cause(Cause.Code.REDACTED, "the token is hidden"));
    for (String when : List.of("", "workload.tokenMounted")) {
      String pass = when.isEmpty() ? "!workload.tokenMounted" : "true";
      Verdict verdict = verdicts(facts, rule("T-A-001", "Workload", when, pass, "")).getFirst();
      assertEquals(unknown, verdict.outcome());
      assertEquals(List.of("/spec/token"), pointers(verdict));
    }
  }

  @Test
  void whenDecidesWhetherARuleApplies() throws Exception {
    Verdict verdict =
        verdicts(pod(), rule("T-A-001", "Workload", "workload.kind == 'Job'", "true", ""))
            .getFirst();
    assertEquals(new Outcome.NotApplicable("Not for this"), verdict.outcome());
    assertEquals(List.of(), verdict.evidence());
  }

  @Test
  void evidenceIsNeverEmptyAndNeverTwice() throws Exception {
    for (String pass : List.of("true", "1 == 2", "workload.kind == 'Pod' && workload.kind != ''")) {
      List<Evidence> evidence = only("Workload", pass, "", pod()).evidence();
      assertEquals(1, evidence.size(), pass);
    }
  }

  @Test
  void evidenceIsCapped() throws Exception {
    StringBuilder yaml =
        new StringBuilder(
            "apiVersion: v1\nkind: Pod\nmetadata: {name: web}\nspec:\n  containers:\n"
                + "    - name: app\n      env:\n");
    for (int i = 0; i < 60; i++) {
      yaml.append("        - {name: PASSWORD").append(i).append("}\n");
    }
    Workload workload = HandMade.workload(HandMade.resource(yaml.toString()));
    Verdict verdict =
        only(
            "Container",
            "container.environment.all(e, !e.credential)",
            "",
            HandMade.facts(List.of(workload), List.of()));
    assertEquals(50, verdict.evidence().size());
    assertEquals("present (and 10 more)", verdict.evidence().getLast().observed());
  }

  @Test
  void verdictsAreSortedAndStable() throws Exception {
    List<Workload> workloads = new ArrayList<>();
    for (String name : List.of("c", "a", "b")) {
      workloads.add(
          HandMade.workload(
              HandMade.resource(
                  "{apiVersion: v1, kind: Pod, metadata: {name: " + name + "}, spec: {}}")));
    }
    Rule[] rules = {
      rule("T-B-002", "Workload", "", "workload.hostPID", ""),
      rule("T-A-001", "Workload", "", "workload.hostPID", "")
    };
    List<Verdict> once = verdicts(HandMade.facts(workloads, List.of()), rules);
    List<Verdict> again = verdicts(HandMade.facts(workloads.reversed(), List.of()), rules);
    assertEquals(once, again);
    assertEquals(
        List.of("T-A-001 a", "T-A-001 b", "T-A-001 c", "T-B-002 a", "T-B-002 b", "T-B-002 c"),
        once.stream().map(v -> v.rule().id() + " " + v.subject().object().name()).toList());
    assertEquals(6, once.stream().map(Verdict::id).distinct().count());
  }

  @Test
  void equalContentAtOtherPlacesKeepsItsOwnEvidence() throws Exception {
    Resource shifted =
        HandMade.resource(
            """
            # moved down
            apiVersion: v1
            kind: Pod
            metadata: {name: zeb, namespace: ehr}
            spec:
              containers:
                - name: app
                  securityContext: {privileged: true}
                  env:
                    - {name: LEVEL, value: debug}
                    - {name: PASSWORD, value: x}
                - name: side
            """);
    Facts facts =
        HandMade.facts(List.of(HandMade.workload(POD), HandMade.workload(shifted)), List.of());
    List<String> lines =
        verdicts(facts, rule("T-A-001", "Container", "", "!container.privileged", "")).stream()
            .filter(verdict -> verdict.status() == Status.FAILED)
            .map(
                verdict ->
                    verdict.subject().object().name() + ":" + verdict.evidence().getFirst().line())
            .toList();
    assertEquals(List.of("web:7", "zeb:8"), lines);
  }

  @Test
  void identicalTemplatesAreEvaluatedOnce() throws Exception {
    List<Workload> workloads = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      workloads.add(
          HandMade.workload(
              HandMade.resource(
                  "{apiVersion: v1, kind: Pod, metadata: {name: p" + i + "}, spec: {}}")));
    }
    Facts facts = HandMade.facts(workloads, List.of());
    Rule rule = rule("T-A-001", "Workload", "", "workload.kind == 'Pod'", "");
    CompiledRule compiled =
        new RuleCompiler()
            .compile(
                List.of(new RuleCompiler.Source(rule, (f, _, _, m) -> new PackProblem(f, 0, 0, m))),
                new ArrayList<>())
            .getFirst();
    Components components = new Components();
    Candidates candidates = Candidates.of(FactKind.WORKLOAD, facts, List.of(compiled), components);
    RuleRun run = new RuleRun(compiled, candidates.positions(compiled), components);
    Map<Status, Long> counts =
        run.verdicts(candidates.all()).stream()
            .collect(Collectors.groupingBy(Verdict::status, Collectors.counting()));
    assertEquals(Map.of(Status.PASSED, 1000L), counts);
    assertEquals(1, run.distinctInputs());
  }

  @Test
  void cancellingStopsTheWork() throws Exception {
    RuleEngine engine = new RuleEngine(List.of(pack(rule("T-A-001", "Workload", "", "true", ""))));
    Progress cancelled =
        new Progress() {
          @Override
          public void report(String message, double fraction) {}

          @Override
          public void checkCancelled() {
            throw new CancelledException();
          }
        };
    assertThrows(CancelledException.class, () -> engine.evaluate(pod(), cancelled));
  }

  @Test
  void sameRuleInTwoPacksIsRefused() {
    Pack pack = pack(rule("T-A-001", "Workload", "", "true", ""));
    PackException e = assertThrows(PackException.class, () -> new RuleEngine(List.of(pack, pack)));
    assertEquals(
        List.of(
            new PackProblem("rules/pod/T-A-001/rule.yaml", 0, 0, "T-A-001 is also in the pack p")),
        e.problems());
  }

  @Test
  void readingOfAPartWinsOverThatOfItsOwner() throws Exception {
    Reading owner = HandMade.reading(POD, "/spec/containers/0/image", "web:1");
    Reading finer = HandMade.reading(POD, "/spec/containers/0/image/tag", "1");
    for (boolean known : List.of(false, true)) {
      var image =
          HandMade.record(
              org.safeguard.model.fact.Image.class,
              Map.of(
                  "tag",
                  "1",
                  "provenance",
                  known
                      ? HandMade.at(POD, "/spec/containers/0/image").read("tag", finer).build()
                      : HandMade.at(POD, "/spec/containers/0/image").build()));
      var container =
          HandMade.record(
              org.safeguard.model.fact.Container.class,
              Map.of(
                  "image",
                  image,
                  "provenance",
                  HandMade.at(POD, "/spec/containers/0").read("image", owner).build()));
      Workload workload =
          HandMade.record(
              Workload.class,
              Map.of("containers", List.of(container), "provenance", HandMade.at(POD, "").build()));
      Verdict verdict =
          only(
              "Container",
              "container.image.tag == 'latest'",
              "",
              HandMade.facts(List.of(workload), List.of()));
      assertEquals((known ? finer : owner).observed(), verdict.evidence().getFirst().observed());
    }
  }

  @Test
  void ruleOfARoleIsToldByVerbsAndResources() throws Exception {
    Resource resource =
        HandMade.resource(
            """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRole
            metadata: {name: all}
            rules:
              - {apiGroups: [""], resources: [pods], verbs: [get]}
              - {apiGroups: ["*"], resources: ["*"], verbs: ["*"]}
            """);
    var rule =
        HandMade.record(
            org.safeguard.model.fact.PolicyRule.class,
            Map.of(
                "verbs", List.of("*"),
                "groups", List.of("*"),
                "resources", List.of("*"),
                "provenance",
                    HandMade.at(resource, "/rules/1")
                        .read("verbs", HandMade.reading(resource, "/rules/1/verbs", "[*]"))
                        .read("resources", HandMade.reading(resource, "/rules/1/resources", "[*]"))
                        .build()));
    var role =
        HandMade.record(
            org.safeguard.model.fact.Role.class,
            Map.of("rules", List.of(rule), "provenance", HandMade.at(resource, "").build()));
    Verdict verdict =
        only(
            "Role",
            "!role.rules.exists(r, r.allows('get', '', 'secrets'))",
            "",
            HandMade.facts(List.of(), List.of(role)));
    assertEquals(List.of("/rules/1/verbs", "/rules/1/resources"), pointers(verdict));
  }

  @Test
  void aFixMayStartFromThePodSpec() throws Exception {
    Provenance provenance =
        HandMade.at(POD, "").place("pod", new JsonPointer("/spec/template/spec")).build();
    Workload workload =
        HandMade.record(
            Workload.class,
            Map.of("name", "web", "kind", "Deployment", "hostPID", true, "provenance", provenance));
    Rule plain = rule("T-A-001", "Workload", "", "!workload.hostPID", "");
    Rule rule = withFix(plain, new Fix(List.of("Do it."), "pod:/hostPID", "false"));
    Verdict verdict = verdicts(HandMade.facts(List.of(workload), List.of()), rule).getFirst();
    assertEquals(
        new Outcome.Failed(
            "Bad", List.of(new ProposedValue("/spec/template/spec/hostPID", "false"))),
        verdict.outcome());
  }

  private static Rule withFix(Rule rule, Fix fix) {
    return new Rule(
        rule.id(),
        rule.area(),
        rule.title(),
        rule.why(),
        rule.severity(),
        rule.fact(),
        rule.when(),
        rule.pass(),
        rule.message(),
        rule.evidence(),
        rule.notApplicable(),
        fix,
        rule.supports(),
        rule.notProved(),
        rule.references(),
        rule.since(),
        rule.aliases());
  }

  @Test
  void whyARuleAppliesIsNoEvidenceUnlessThereIsNoOther() throws Exception {
    String when = "workload.kind == 'Pod'";
    Rule decided = rule("T-A-001", "Container", when, "!container.privileged", "");
    Rule constant = rule("T-A-002", "Container", when, "false", "");
    List<Verdict> verdicts = verdicts(pod(), decided, constant);
    assertEquals(
        List.of("/spec/containers/0/securityContext/privileged"), pointers(verdicts.getFirst()));
    assertEquals(List.of("/kind"), pointers(verdicts.getLast()));
  }

  @Test
  void anObjectWithoutNamespaceIsInDefault() throws Exception {
    Resource open =
        HandMade.resource(
            "{apiVersion: v1, kind: Pod, metadata: {name: web},"
                + " spec: {containers: [{name: a}]}}");
    Resource named =
        HandMade.resource(
            "{apiVersion: v1, kind: Pod, metadata: {name: web, namespace: default},"
                + " spec: {containers: [{name: a}]}}");
    Rule rule = rule("T-A-001", "Container", "", "!container.privileged", "");
    Verdict one =
        verdicts(HandMade.facts(List.of(HandMade.workload(open)), List.of()), rule).getFirst();
    Verdict other =
        verdicts(HandMade.facts(List.of(HandMade.workload(named)), List.of()), rule).getFirst();
    assertEquals("default", one.subject().object().namespace());
    assertEquals("default", one.evidence().getFirst().object().namespace());
    assertEquals(other.id(), one.id());
  }

  @Test
  void aRuleWhoseObjectsMayBeMissingIsNotSilent() throws Exception {
    Rule rule = rule("T-A-001", "Role", "", "true", "");
    Cause cause = new Cause(Cause.Code.FORBIDDEN, "the API server refused to list roles");
    Facts none = HandMade.facts(List.of(), List.of());
    Facts facts = none.withGaps(Map.of("Role", cause));
    Verdict verdict = verdicts(facts, rule).getFirst();
    assertEquals(new Outcome.NotAssessed(cause), verdict.outcome());
    assertEquals("Cluster cluster", verdict.subject().object().toString());
    assertEquals(1, verdict.evidence().size());
    assertEquals(List.of(), verdicts(none, rule));
  }
}
