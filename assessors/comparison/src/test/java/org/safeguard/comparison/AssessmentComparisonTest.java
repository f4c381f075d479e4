package org.safeguard.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.safeguard.comparison.Verdicts.FAILED;
import static org.safeguard.comparison.Verdicts.PASSED;
import static org.safeguard.comparison.Verdicts.PRIVILEGED;
import static org.safeguard.comparison.Verdicts.assessment;
import static org.safeguard.comparison.Verdicts.deployment;
import static org.safeguard.comparison.Verdicts.notAssessed;
import static org.safeguard.comparison.Verdicts.rule;
import static org.safeguard.comparison.Verdicts.verdict;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.risk.Designation;
import org.safeguard.model.risk.Level;
import org.safeguard.model.risk.Risk;
import org.safeguard.model.rule.Rule;
import org.safeguard.model.rule.Severity;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.verdict.Outcome;
import org.safeguard.model.verdict.Verdict;

final class AssessmentComparisonTest {

  private static final Snapshot CAPTURED =
      Clusters.snapshot(
          List.of(), Clusters.captured("Deployment.apps"), Clusters.captured("Secret"));
  private static final Snapshot FORBIDDEN =
      Clusters.snapshot(
          List.of(),
          Clusters.captured("Deployment.apps"),
          Clusters.of("Secret", Coverage.FORBIDDEN, "403"));

  @Test
  void whatIsNewGoneChangedAndUnchangedIsCountedBySeverity() {
    Verdict old = deployment("old", FAILED);
    Verdict fresh = deployment("fresh", FAILED);
    Verdict was = deployment("web", FAILED, "true");
    Verdict is = deployment("web", PASSED, "false");
    Verdict same = deployment("same", PASSED);
    AssessmentChanges changes =
        AssessmentComparison.of(
            assessment(CAPTURED, List.of(old, was, same)),
            assessment(CAPTURED, List.of(same, is, fresh)));
    List<ChangeCause> objects = List.of(ChangeCause.OBJECT_CHANGED);
    assertEquals(
        List.of(
            new VerdictMove(MoveKind.NEW, null, fresh, objects),
            new VerdictMove(MoveKind.GONE, old, null, objects),
            new VerdictMove(MoveKind.CHANGED, was, is, objects)),
        changes.moves());
    assertEquals(1, changes.unchanged());
    assertEquals(
        new SeverityChange(Severity.HIGH, 2, 1, 1, 2),
        changes.severities().get(Severity.HIGH.ordinal()));
    assertEquals(3, changes.movesByCause().get(ChangeCause.OBJECT_CHANGED));
  }

  @Test
  void aMoveUnderARuleThatJudgesOtherwiseComesFromTheRule() {
    Rule stricter = rule("SGW-1", Severity.HIGH, "!privileged && !hostNetwork");
    AssessmentChanges changes =
        AssessmentComparison.of(
            assessment("1.0.0", List.of(CAPTURED), List.of(deployment("web", PASSED)), NO, NONE),
            assessment(
                "1.1.0",
                List.of(CAPTURED),
                List.of(verdict(stricter, "Deployment", "web", FAILED)),
                NO,
                NONE));
    assertEquals(List.of(ChangeCause.RULE_CHANGED), causes(changes));
    assertEquals(
        List.of(new RuleChange("SGW-1", "Title of SGW-1", MoveKind.CHANGED)), changes.rules());
  }

  @Test
  void verdictsOfANewRuleComeFromTheRule() {
    Verdict fresh = verdict(rule("SGW-2", Severity.LOW, "true"), "Deployment", "web", PASSED);
    AssessmentChanges changes =
        AssessmentComparison.of(
            assessment(CAPTURED, List.of()), assessment(CAPTURED, List.of(fresh)));
    assertEquals(List.of(ChangeCause.RULE_CHANGED), causes(changes));
  }

  @Test
  void aFailureThatOnlyBecameMoreSevereIsAMove() {
    Rule severe = rule("SGW-1", Severity.CRITICAL, "!privileged");
    AssessmentChanges changes =
        AssessmentComparison.of(
            assessment(List.of(deployment("web", FAILED), deployment("api", PASSED))),
            assessment(
                List.of(
                    verdict(severe, "Deployment", "web", FAILED),
                    verdict(severe, "Deployment", "api", PASSED))));
    assertEquals(1, changes.moves().size());
    assertEquals(
        List.of(
            new SeverityChange(Severity.CRITICAL, 0, 1, 1, 0),
            new SeverityChange(Severity.HIGH, 1, 0, 0, 1)),
        changes.severities().subList(0, 2));
  }

  @Test
  void whatCouldNotBeSeenBeforeMovedBecauseOfCoverage() {
    AssessmentChanges changes =
        AssessmentComparison.of(
            assessment(FORBIDDEN, List.of(deployment("web", notAssessed(Cause.Code.FORBIDDEN)))),
            assessment(CAPTURED, List.of(deployment("web", FAILED))));
    assertEquals(List.of(ChangeCause.COVERAGE_CHANGED), causes(changes));
    assertEquals(
        List.of("Secret"), changes.coverage().stream().map(c -> c.type().toString()).toList());
  }

  @Test
  void aVerdictOnAnObjectOfATypeThatWasForbiddenIsNoNewObject() {
    Verdict onSecret = verdict(PRIVILEGED, "Secret", "tls", FAILED);
    Verdict other = deployment("web", PASSED);
    AssessmentChanges changes =
        AssessmentComparison.of(
            assessment(FORBIDDEN, List.of(other)), assessment(CAPTURED, List.of(other, onSecret)));
    assertEquals(List.of(ChangeCause.COVERAGE_CHANGED), causes(changes));
  }

  @Test
  void anotherDesignationOfTheEphiIsTheCauseWhereTheSubjectShowsIt() {
    Designation maintains = new Designation("portal", "*", "*", "maintains", "", "", "", "");
    Verdict was = deployment("web", PASSED);
    Verdict is = Verdicts.withEphi(deployment("web", FAILED), "maintains");
    AssessmentChanges changes =
        AssessmentComparison.of(
            assessment("1.0.0", List.of(CAPTURED), List.of(was), NO, NONE),
            assessment("1.0.0", List.of(CAPTURED), List.of(is), NO, List.of(maintains)));
    assertTrue(changes.scopeChanged());
    assertEquals(List.of(ChangeCause.SCOPE_CHANGED), causes(changes));
  }

  @Test
  void anObjectThatTheEvidenceNamesIsTheCauseWhenTheObjectsAreAtHand() {
    Assessment before = withObject(1L, deployment("web", PASSED, "absent"));
    Assessment after = withObject(2L, deployment("web", FAILED, "absent"));
    AssessmentChanges changes = AssessmentComparison.of(before, after);
    assertTrue(changes.objectsKnown());
    assertEquals(List.of(ChangeCause.OBJECT_CHANGED), causes(changes));
  }

  private static Assessment withObject(long replicas, Verdict verdict) {
    Resource web = Clusters.deployment("web", Map.of("replicas", replicas));
    return assessment(
        Clusters.snapshot(List.of(web), Clusters.captured("Deployment.apps")), List.of(verdict));
  }

  @Test
  void whereNothingElseShowsAnotherPackVersionIsTheCause() {
    AssessmentChanges changes =
        AssessmentComparison.of(
            assessment("1.0.0", List.of(CAPTURED), List.of(deployment("web", PASSED)), NO, NONE),
            assessment("1.1.0", List.of(CAPTURED), List.of(deployment("web", FAILED)), NO, NONE));
    assertEquals(List.of(ChangeCause.RULE_CHANGED), causes(changes));
  }

  @Test
  void anotherNumberInAMarkerIsNoObservation() {
    Verdict was = deployment("web", PASSED, "(redacted: looks like a token, value 1)");
    Verdict is = deployment("web", FAILED, "(redacted: looks like a token, value 2)");
    AssessmentChanges changes =
        AssessmentComparison.of(
            assessment("1.0.0", List.of(CAPTURED), List.of(was), NO, NONE),
            assessment("1.1.0", List.of(CAPTURED), List.of(is), NO, NONE));
    assertEquals(List.of(ChangeCause.RULE_CHANGED), causes(changes));
  }

  @ParameterizedTest
  @CsvSource({
    "Pod,web-6d4cf56db6-2xk7z,web-7f9c5c8d4-bq9vl",
    "Pod,agent-2xk7z,agent-bq9vl",
    "Pod,backup-28391234-2xk7z,backup-28401234-bq9vl",
    "ReplicaSet,web-6d4cf56db6,web-7f9c5c8d4",
    "Job,backup-28391234,backup-28401234"
  })
  void aReplacedObjectIsTheSameOne(String kind, String before, String after) {
    AssessmentChanges changes =
        AssessmentComparison.of(
            assessment(List.of(verdict(PRIVILEGED, kind, before, FAILED))),
            assessment(List.of(verdict(PRIVILEGED, kind, after, FAILED))));
    assertEquals(List.of(), changes.moves());
    assertEquals(1, changes.unchanged());
  }

  @Test
  void podsOfOtherNamesAreOthers() {
    AssessmentChanges changes =
        AssessmentComparison.of(
            assessment(List.of(verdict(PRIVILEGED, "Pod", "web-north", FAILED))),
            assessment(List.of(verdict(PRIVILEGED, "Pod", "web-south", FAILED))));
    assertEquals(2, changes.moves().size());
  }

  @Test
  void podsAreMatchedByTheirOwnerWhereItIsKnown() {
    AssessmentChanges changes = AssessmentComparison.of(withPod("one"), withPod("another"));
    assertEquals(List.of(), changes.moves());
  }

  private static Assessment withPod(String name) {
    Resource pod =
        Clusters.resource(
            "v1",
            "Pod",
            name,
            Map.of(
                "metadata",
                Map.of(
                    "ownerReferences",
                    List.of(Map.of("kind", "DaemonSet", "name", "agent", "controller", true)))));
    return assessment(
        Clusters.snapshot(List.of(pod), Clusters.captured("Pod")),
        List.of(verdict(PRIVILEGED, "Pod", name, FAILED)));
  }

  @Test
  void oneMoreReplicaIsOneNewVerdict() {
    AssessmentChanges changes =
        AssessmentComparison.of(
            assessment(
                List.of(
                    verdict(PRIVILEGED, "Pod", "web-6d4cf56db6-2xk7z", PASSED),
                    verdict(PRIVILEGED, "Pod", "web-6d4cf56db6-4xk7z", FAILED))),
            assessment(
                List.of(
                    verdict(PRIVILEGED, "Pod", "web-7f9c5c8d4-bq9vl", FAILED),
                    verdict(PRIVILEGED, "Pod", "web-7f9c5c8d4-cq9vl", PASSED),
                    verdict(PRIVILEGED, "Pod", "web-7f9c5c8d4-dq9vl", PASSED))));
    assertEquals(2, changes.unchanged());
    assertEquals(List.of(MoveKind.NEW), changes.moves().stream().map(VerdictMove::kind).toList());
  }

  @Test
  void risksThatAreNewGoneOrRatedOtherwiseMoved() {
    Risk was = Verdicts.risk("R-2", Level.HIGH);
    Risk is = Verdicts.risk("R-2", Level.LOW);
    Risk old = Verdicts.risk("R-1", Level.LOW);
    Risk fresh = Verdicts.risk("R-3", Level.LOW);
    Risk same = Verdicts.risk("R-4", Level.LOW);
    AssessmentChanges changes =
        AssessmentComparison.of(
            assessment("1", List.of(), List.of(), List.of(was, old, same), NONE),
            assessment("1", List.of(), List.of(), List.of(fresh, same, is), NONE));
    assertEquals(
        List.of(
            new RiskMove(MoveKind.GONE, old, null),
            new RiskMove(MoveKind.CHANGED, was, is),
            new RiskMove(MoveKind.NEW, null, fresh)),
        changes.risks());
    assertEquals(1, changes.unchangedRisks());
  }

  @Test
  void anyTwoAssessmentsCompareTheSameFromBothSides() {
    Random random = new Random(20261124);
    for (int i = 0; i < 500; i++) {
      Assessment one = random(random);
      Assessment other = random(random);
      AssessmentChanges changes = AssessmentComparison.of(one, other);
      assertEquals(changes.mirrored(), AssessmentComparison.of(other, one));
      assertEquals(
          changes, AssessmentComparison.of(shuffled(one, random), shuffled(other, random)));
      AssessmentChanges itself = AssessmentComparison.of(one, shuffled(one, random));
      assertTrue(itself.isEmpty());
      assertEquals(one.verdicts().size(), itself.unchanged());
      assertEquals(
          one.verdicts().size() + other.verdicts().size(),
          2 * changes.unchanged()
              + changes.moves().stream().mapToInt(m -> m.kind() == MoveKind.CHANGED ? 2 : 1).sum());
    }
  }

  private static Assessment random(Random random) {
    List<Verdict> verdicts = new ArrayList<>();
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Severity severity = random.nextBoolean() ? Severity.HIGH : Severity.LOW;
      rules.add(rule("SGW-" + random.nextInt(4), severity, "pass " + random.nextInt(2)));
    }
    List<Rule> once = rules.stream().filter(rule -> first(rules, rule)).toList();
    for (int i = random.nextInt(15); i > 0; i--) {
      Verdict verdict =
          verdict(
              once.get(random.nextInt(once.size())),
              random.nextBoolean() ? "Pod" : "Deployment",
              List.of("web", "web-2xk7z", "web-bq9vl", "api").get(random.nextInt(4)),
              outcome(random),
              random.nextBoolean() ? "true" : "(redacted: x, value " + random.nextInt(3) + ")");
      verdicts.add(random.nextBoolean() ? verdict : Verdicts.withEphi(verdict, "maintains"));
    }
    List<Risk> risks = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      if (random.nextBoolean()) {
        risks.add(Verdicts.risk("R-" + i, Level.values()[random.nextInt(5)]));
      }
    }
    List<Designation> designations =
        random.nextBoolean()
            ? NONE
            : List.of(new Designation("*", "*", "*", "none", "", "", "", ""));
    return assessment(
        "1." + random.nextInt(2),
        List.of(RandomCluster.next(random)),
        verdicts,
        risks,
        designations);
  }

  private static boolean first(List<Rule> rules, Rule rule) {
    return rules.stream().filter(other -> other.id().equals(rule.id())).findFirst().get() == rule;
  }

  private static Outcome outcome(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> PASSED;
      case 1 -> FAILED;
      case 2 -> new Outcome.NotApplicable("no");
      default -> notAssessed(Cause.Code.values()[random.nextInt(Cause.Code.values().length)]);
    };
  }

  private static Assessment shuffled(Assessment of, Random random) {
    List<Verdict> verdicts = new ArrayList<>(of.verdicts());
    Collections.shuffle(verdicts, random);
    List<Risk> risks = new ArrayList<>(of.risks());
    Collections.shuffle(risks, random);
    return new Assessment(
        of.id(),
        of.toolVersion(),
        of.assessedAt(),
        of.scope(),
        of.packs(),
        of.snapshots(),
        of.assets(),
        verdicts,
        of.safeguards(),
        of.citations(),
        risks);
  }

  private static final List<Risk> NO = List.of();
  private static final List<Designation> NONE = List.of();

  private static List<ChangeCause> causes(AssessmentChanges changes) {
    assertEquals(1, changes.moves().size());
    return changes.moves().getFirst().causes();
  }
}
