package org.safeguard.comparison;

import java.time.Instant;
import java.util.List;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.risk.Designation;
import org.safeguard.model.risk.EphiTier;
import org.safeguard.model.risk.Level;
import org.safeguard.model.risk.Rating;
import org.safeguard.model.risk.Risk;
import org.safeguard.model.risk.Scope;
import org.safeguard.model.rule.Fix;
import org.safeguard.model.rule.Pack;
import org.safeguard.model.rule.Rule;
import org.safeguard.model.rule.Severity;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.verdict.AssessedSubject;
import org.safeguard.model.verdict.Evidence;
import org.safeguard.model.verdict.ObjectReference;
import org.safeguard.model.verdict.Outcome;
import org.safeguard.model.verdict.Verdict;

/// Small assessments.
final class Verdicts {

  static final Rule PRIVILEGED = rule("SGW-1", Severity.HIGH, "!privileged");
  static final Outcome PASSED = new Outcome.Passed();
  static final Outcome FAILED = new Outcome.Failed("It is privileged", List.of());

  private Verdicts() {}

  static Rule rule(String id, Severity severity, String pass) {
    return new Rule(
        id,
        "workload",
        "Title of " + id,
        "why",
        severity,
        "Container",
        "true",
        pass,
        "",
        "",
        "",
        new Fix(List.of("Do it"), "", ""),
        List.of(),
        "",
        List.of(),
        "1.0.0",
        List.of());
  }

  static Outcome notAssessed(Cause.Code code) {
    return new Outcome.NotAssessed(new Cause(code, "something is missing"));
  }

  static Verdict verdict(Rule rule, String kind, String name, Outcome outcome, String... observed) {
    String apiVersion = kind.equals("Pod") || kind.equals("Secret") ? "v1" : "apps/v1";
    ObjectReference object = new ObjectReference(apiVersion, kind, "portal", name, null, null);
    return new Verdict(
        rule.id() + " " + name,
        rule,
        new AssessedSubject(object, "app", "unknown"),
        outcome,
        List.of(observed).stream()
            .map(value -> new Evidence(object, "/spec", value, "x.json", 1))
            .toList());
  }

  static Verdict deployment(String name, Outcome outcome, String... observed) {
    return verdict(PRIVILEGED, "Deployment", name, outcome, observed);
  }

  static Verdict withEphi(Verdict of, String ephi) {
    return new Verdict(
        of.id(),
        of.rule(),
        new AssessedSubject(of.subject().object(), of.subject().container(), ephi),
        of.outcome(),
        of.evidence());
  }

  static Assessment assessment(List<Verdict> verdicts) {
    return assessment("1.0.0", List.of(), verdicts, List.of(), List.of());
  }

  static Assessment assessment(Snapshot snapshot, List<Verdict> verdicts) {
    return assessment("1.0.0", List.of(snapshot), verdicts, List.of(), List.of());
  }

  static Assessment assessment(
      String packVersion,
      List<Snapshot> snapshots,
      List<Verdict> verdicts,
      List<Risk> risks,
      List<Designation> designations) {
    List<Rule> rules = verdicts.stream().map(Verdict::rule).distinct().toList();
    Pack pack =
        new Pack(
            "hipaa",
            packVersion,
            "",
            "",
            "sha of " + packVersion,
            List.of(),
            List.of(),
            List.of(),
            rules);
    return new Assessment(
        "id",
        "0.1.0",
        Instant.parse("2026-11-23T09:30:00Z"),
        new Scope("", "", "", "", designations),
        List.of(pack),
        snapshots,
        List.of(),
        verdicts,
        List.of(),
        List.of(),
        risks);
  }

  static Risk risk(String id, Level level) {
    Rating rating = new Rating(level, "");
    return new Risk(
        id,
        "Title of " + id,
        "WRK-01",
        EphiTier.UNKNOWN,
        List.of(),
        "",
        "",
        "",
        "",
        rating,
        rating,
        level,
        rating,
        level,
        "",
        List.of(),
        List.of());
  }
}
