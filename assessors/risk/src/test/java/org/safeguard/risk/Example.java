package org.safeguard.risk;

import java.util.List;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.risk.Asset;
import org.safeguard.model.rule.Citation;
import org.safeguard.model.rule.Citation.Observability;
import org.safeguard.model.rule.Fix;
import org.safeguard.model.rule.Pack;
import org.safeguard.model.rule.Question;
import org.safeguard.model.rule.Rule;
import org.safeguard.model.rule.Safeguard;
import org.safeguard.model.rule.Severity;
import org.safeguard.model.rule.Strength;
import org.safeguard.model.rule.Support;
import org.safeguard.model.rule.Threat;
import org.safeguard.model.verdict.AssessedSubject;
import org.safeguard.model.verdict.ObjectReference;
import org.safeguard.model.verdict.Outcome;
import org.safeguard.model.verdict.Verdict;

/// A small hospital: a pack of five safeguards and a few workloads.
final class Example {

  static final Outcome PASSED = new Outcome.Passed();
  static final Outcome FAILED = new Outcome.Failed("Something is wrong", List.of());
  static final Outcome NOT_APPLICABLE = new Outcome.NotApplicable("Another kind of workload");
  static final Outcome NOT_ASSESSED =
      new Outcome.NotAssessed(new Cause(Cause.Code.FORBIDDEN, "Not allowed to list them"));

  static final Rule PRIVILEGED =
      rule("SGW-POD-001", "Containers are not privileged", Severity.CRITICAL, direct("WRK-01"));
  static final Rule NON_ROOT =
      rule(
          "SGW-POD-002",
          "Containers run as non-root",
          Severity.HIGH,
          supporting("WRK-02"),
          direct("WRK-01"));
  static final Rule READ_ONLY =
      rule("SGW-POD-003", "The root file system is read-only", Severity.MEDIUM, direct("WRK-02"));
  static final Rule LOCAL_VOLUMES =
      rule("SGW-VOL-001", "No data stays on nodes", Severity.LOW, supporting("GOV-12"));
  static final Rule LIMITS =
      rule("SGW-POD-004", "Memory is limited", Severity.HIGH, direct("WRK-06"));

  static final Safeguard WRK_01 =
      safeguard(
          "WRK-01",
          List.of("164.308(a)(3)(i)", "164.312(a)(1)"),
          new Threat(
              "Adversarial: outsider",
              "An attacker breaks out of one container.",
              "Workloads run with more privilege than they need. One flaw becomes control.",
              "Run as non-root.",
              true,
              true));
  static final Safeguard WRK_02 =
      safeguard(
          "WRK-02",
          List.of("164.312(c)(1)"),
          new Threat(
              "Adversarial: outsider",
              "An attacker plants malware.",
              "Applications can be altered while they run.",
              "Make the root file system read-only.",
              true,
              false));
  static final Safeguard WRK_06 =
      safeguard(
          "WRK-06",
          List.of("164.308(a)(7)(i)"),
          new Threat(
              "Structural: software",
              "One application stops another.",
              "Workloads have no limits.",
              "Set limits.",
              false,
              true));
  static final Safeguard GOV_12 =
      safeguard(
          "GOV-12",
          List.of("164.310(b)", "164.310(d)(2)(i)"),
          new Threat(
              "Adversarial: outsider",
              "A disk is stolen.",
              "Hardware is not protected to its end.",
              "Encrypt disks.",
              true,
              false));
  static final Safeguard GOV_04 =
      safeguard(
          "GOV-04",
          List.of("164.308(a)(3)(i)", "164.308(a)(5)(i)"),
          new Threat(
              "Accidental: user",
              "Somebody makes a mistake.",
              "Staff are not trained.",
              "Train them.",
              false,
              false));

  static final Citation WORKFORCE = citation("164.308(a)(3)(i)", Observability.PARTIAL);
  static final Citation TRAINING = citation("164.308(a)(5)(i)", Observability.ATTESTATION);
  static final Citation CONTINGENCY = citation("164.308(a)(7)(i)", Observability.ATTESTATION);
  static final Citation WORKSTATIONS = citation("164.310(b)", Observability.ATTESTATION);
  static final Citation DISPOSAL = citation("164.310(d)(2)(i)", Observability.PARTIAL);
  static final Citation ACCESS = citation("164.312(a)(1)", Observability.DIRECT);
  static final Citation INTEGRITY = citation("164.312(c)(1)", Observability.DIRECT);
  static final Citation TRANSMISSION = citation("164.312(e)(1)", Observability.DIRECT);

  static final Pack PACK =
      new Pack(
          "example",
          "1.0.0",
          "Example",
          "A small pack.",
          "00",
          List.of(
              WORKFORCE,
              TRAINING,
              CONTINGENCY,
              WORKSTATIONS,
              DISPOSAL,
              ACCESS,
              INTEGRITY,
              TRANSMISSION),
          List.of(GOV_04, GOV_12, WRK_01, WRK_02, WRK_06),
          List.of(
              question("Q-GOV-04-1", "GOV-04"),
              question("Q-GOV-04-2", "GOV-04"),
              question("Q-GOV-12-1", "GOV-12"),
              question("Q-WRK-01-1", "WRK-01"),
              question("Q-WRK-02-1", "WRK-02")),
          List.of(PRIVILEGED, NON_ROOT, READ_ONLY, LIMITS, LOCAL_VOLUMES));

  static final ObjectReference PORTAL = workload("Deployment", "clinic", "portal");
  static final ObjectReference RECORDS = workload("StatefulSet", "clinic", "records");
  static final ObjectReference BATCH = workload("CronJob", "jobs", "batch");
  static final ObjectReference MAIL = workload("Deployment", "jobs", "mail");
  static final ObjectReference AGENT = workload("DaemonSet", "kube-system", "agent");
  static final ObjectReference WEBSITE = workload("Deployment", "website", "front");

  static final List<Asset> ASSETS =
      List.of(
          asset(PORTAL, "transmits", List.of(), List.of("Ingress portal", "NodePort portal")),
          asset(RECORDS, "maintains", List.of("persistentVolumeClaim data"), List.of()),
          asset(BATCH, "unknown", List.of(), List.of()),
          asset(MAIL, "unknown", List.of(), List.of("LoadBalancer mail")),
          asset(AGENT, "unknown", List.of(), List.of()),
          asset(WEBSITE, "none", List.of(), List.of("Ingress website")));

  /// What the checks of the example found.
  static final List<Verdict> VERDICTS =
      List.of(
          verdict(PRIVILEGED, PORTAL, "app", "transmits", PASSED),
          verdict(PRIVILEGED, RECORDS, "db", "maintains", PASSED),
          verdict(PRIVILEGED, BATCH, "job", "unknown", FAILED),
          verdict(PRIVILEGED, MAIL, "smtp", "unknown", FAILED),
          verdict(PRIVILEGED, AGENT, "agent", "unknown", FAILED),
          verdict(PRIVILEGED, WEBSITE, "nginx", "none", PASSED),
          verdict(NON_ROOT, PORTAL, "app", "transmits", FAILED),
          verdict(NON_ROOT, PORTAL, "sidecar", "transmits", PASSED),
          verdict(NON_ROOT, RECORDS, "db", "maintains", PASSED),
          verdict(NON_ROOT, BATCH, "job", "unknown", FAILED),
          verdict(NON_ROOT, MAIL, "smtp", "unknown", PASSED),
          verdict(NON_ROOT, AGENT, "agent", "unknown", FAILED),
          verdict(NON_ROOT, WEBSITE, "nginx", "none", FAILED),
          verdict(READ_ONLY, PORTAL, "app", "transmits", PASSED),
          verdict(READ_ONLY, RECORDS, "db", "maintains", FAILED),
          verdict(READ_ONLY, BATCH, "job", "unknown", NOT_ASSESSED),
          verdict(LIMITS, PORTAL, "app", "transmits", PASSED),
          verdict(LIMITS, WEBSITE, "nginx", "none", FAILED),
          verdict(LIMITS, BATCH, "job", "unknown", NOT_APPLICABLE),
          verdict(LOCAL_VOLUMES, RECORDS, "", "maintains", PASSED));

  private Example() {}

  static Verdict verdict(
      Rule rule, ObjectReference object, String container, String ephi, Outcome outcome) {
    return new Verdict(
        rule.id().substring(4) + "/" + object.name() + "/" + container,
        rule,
        new AssessedSubject(object, container, ephi),
        outcome,
        List.of());
  }

  static Verdict verdict(Rule rule, Outcome outcome) {
    return verdict(rule, PORTAL, "app", "transmits", outcome);
  }

  static Rule rule(String id, String title, Severity severity, Support... supports) {
    return new Rule(
        id,
        "workload",
        title,
        "It matters.",
        severity,
        "Container",
        "true",
        "true",
        "Something is wrong",
        "",
        "",
        new Fix(List.of("Correct it"), "", ""),
        List.of(supports),
        "Little.",
        List.of(),
        "1.0.0",
        List.of());
  }

  static Support direct(String safeguard) {
    return new Support(safeguard, Strength.DIRECT);
  }

  static Support supporting(String safeguard) {
    return new Support(safeguard, Strength.SUPPORTING);
  }

  static ObjectReference workload(String kind, String namespace, String name) {
    return new ObjectReference("apps/v1", kind, namespace, name, null, null);
  }

  static Asset asset(
      ObjectReference object, String ephi, List<String> storage, List<String> exposure) {
    return new Asset(object, ephi, "", "", "", "", storage, exposure, 1, List.of());
  }

  private static Safeguard safeguard(String id, List<String> citations, Threat threat) {
    return new Safeguard(id, "Family", "It holds", citations, "", "", "", threat);
  }

  private static Citation citation(String id, Observability observability) {
    return new Citation(id, "Title", "Standard", "Meaning.", "AC-1", observability);
  }

  private static Question question(String id, String safeguard) {
    return new Question(id, safeguard, "Who?", "A name.", "Somebody");
  }
}
