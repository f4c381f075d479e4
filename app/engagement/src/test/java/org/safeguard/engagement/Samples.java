package org.safeguard.engagement;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.risk.Asset;
import org.safeguard.model.risk.CitationState;
import org.safeguard.model.risk.Designation;
import org.safeguard.model.risk.EphiTier;
import org.safeguard.model.risk.EvidenceState;
import org.safeguard.model.risk.Level;
import org.safeguard.model.risk.Rating;
import org.safeguard.model.risk.Risk;
import org.safeguard.model.risk.SafeguardDetermination;
import org.safeguard.model.risk.Scope;
import org.safeguard.model.rule.Citation;
import org.safeguard.model.rule.Fix;
import org.safeguard.model.rule.Pack;
import org.safeguard.model.rule.Question;
import org.safeguard.model.rule.Rule;
import org.safeguard.model.rule.Safeguard;
import org.safeguard.model.rule.Severity;
import org.safeguard.model.rule.Strength;
import org.safeguard.model.rule.Support;
import org.safeguard.model.rule.Threat;
import org.safeguard.model.snapshot.CaptureRecord;
import org.safeguard.model.snapshot.CaptureRequest;
import org.safeguard.model.snapshot.CapturedList;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Redaction;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Skipped;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.SourceFile;
import org.safeguard.model.snapshot.TypeCoverage;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;
import org.safeguard.model.verdict.AssessedSubject;
import org.safeguard.model.verdict.Evidence;
import org.safeguard.model.verdict.ObjectReference;
import org.safeguard.model.verdict.Outcome;
import org.safeguard.model.verdict.ProposedValue;
import org.safeguard.model.verdict.Verdict;

/// One small assessment with something in every part. The fixtures of old versions hold this one
/// without what their version did not know: change it only together with a migration.
final class Samples {

  static final Instant NOW = Instant.parse("2026-11-23T09:30:00.123456789Z");
  static final Session SESSION =
      new Session("ada", InstantSource.fixed(NOW), Duration.ofMillis(50));

  static final ObjectReference WEB =
      new ObjectReference("apps/v1", "Deployment", "portal", "web", "6e1f-uid", "4711");
  private static final ObjectReference CLUSTER =
      new ObjectReference("", "Cluster", "", "cluster", null, null);

  private Samples() {}

  static Assessment assessment() {
    return assessment("3f1c0a9be2d45678", 2);
  }

  /// @param replicas what the one object says, so that two assessments can differ in it
  static Assessment assessment(String id, long replicas) {
    return new Assessment(
        id,
        "0.1.0",
        NOW,
        new Scope(
            "General Hospital",
            "A. Ssessor",
            "Portal",
            "Everything in the cluster",
            List.of(
                new Designation(
                    "portal",
                    "*",
                    "*",
                    "maintains",
                    "clinical records",
                    "IT",
                    "1",
                    "scope.yaml:3"))),
        List.of(pack()),
        List.of(snapshot(replicas)),
        List.of(
            new Asset(
                WEB,
                "maintains",
                "scope file",
                "clinical records",
                "IT",
                "1",
                List.of("persistentVolumeClaim data"),
                List.of("Ingress portal"),
                replicas,
                List.of("nginx:1.27"))),
        verdicts(),
        List.of(
            new SafeguardDetermination(
                safeguard(), EvidenceState.CONTRADICTED, "1 of 4 failed", 1, 1, 1)),
        List.of(
            new CitationState(
                citation(),
                EvidenceState.CONTRADICTED,
                "WRK-01 speaks against it",
                List.of(),
                List.of("WRK-01"),
                List.of("Q-WRK-01-1"))),
        List.of(risk()));
  }

  static Snapshot snapshot(long replicas) {
    ObjectNode body =
        ObjectNode.builder(3)
            .put("kind", new ScalarNode("Deployment", 3))
            .put("apiVersion", new ScalarNode("apps/v1", 4))
            .put("spec", ObjectNode.builder(6).put("replicas", new ScalarNode(replicas, 6)).build())
            .build();
    return new Snapshot(
        "ab12",
        "portal.json",
        "kubectl-list",
        "prod",
        Instant.parse("2026-11-20T08:00:00Z"),
        "1.31.2",
        List.of(new SourceFile("portal.json", 1234, "00ff")),
        List.of(
            new Resource(
                "apps/v1", "Deployment", "portal", "web", "6e1f-uid", "4711", "portal.json", body)),
        List.of(
            new TypeCoverage(new ResourceType("apps", "Deployment"), Coverage.CAPTURED, 1, ""),
            new TypeCoverage(new ResourceType("", "Secret"), Coverage.FORBIDDEN, 0, "403")),
        List.of(new Skipped("notes.txt", 0, Skipped.Kind.OTHER_FILE, "neither YAML nor JSON")),
        record());
  }

  private static CaptureRecord record() {
    ResourceType deployments = new ResourceType("apps", "Deployment");
    return new CaptureRecord(
        List.of(
            new CapturedList(
                deployments,
                "/apis/apps/v1/deployments",
                "90210",
                Instant.parse("2026-11-20T07:59:58Z"),
                Instant.parse("2026-11-20T08:00:00Z"),
                2,
                1,
                200,
                true),
            new CapturedList(
                new ResourceType("", "Secret"),
                "/api/v1/secrets",
                "",
                null,
                null,
                0,
                0,
                403,
                false)),
        List.of(
            new CaptureRequest(
                Instant.parse("2026-11-20T07:59:58Z"),
                "GET",
                "/apis/apps/v1/deployments?limit=1",
                200,
                5_000_000_000L),
            new CaptureRequest(
                Instant.parse("2026-11-20T07:59:59.5Z"), "GET", "/api/v1/secrets", 403, 312)),
        List.of(
            new Redaction(deployments, "/metadata/annotations/*", "not on the list", false, 3),
            new Redaction(
                deployments, "/spec/template/spec/containers/*/env/*/value", "a flag", true, 2)));
  }

  private static List<Verdict> verdicts() {
    return List.of(
        verdict(
            "00000000000000a1",
            "web",
            new Outcome.Failed(
                "Container web runs privileged",
                List.of(new ProposedValue("/spec/template/spec/containers/0", "false"))),
            new Evidence(WEB, "/spec/template", "true", "portal.json", 17),
            new Evidence(CLUSTER, "", "absent (default: false)", "portal.json", 0)),
        verdict(
            "00000000000000a2",
            "side",
            new Outcome.Passed(),
            new Evidence(WEB, "/spec/template", "false", "portal.json", 18)),
        verdict("00000000000000a3", "", new Outcome.NotApplicable("Jobs do not restart")),
        verdict(
            "00000000000000a4",
            "init",
            new Outcome.NotAssessed(new Cause(Cause.Code.FORBIDDEN, "list Secrets")),
            new Evidence(WEB, "", "forbidden", "portal.json", 0)));
  }

  private static Verdict verdict(
      String id, String container, Outcome outcome, Evidence... evidence) {
    return new Verdict(
        id, rule(), new AssessedSubject(WEB, container, "maintains"), outcome, List.of(evidence));
  }

  static Pack pack() {
    return new Pack(
        "hipaa",
        "1.0.0",
        "HIPAA",
        "What it covers",
        "beef",
        List.of(citation()),
        List.of(safeguard()),
        List.of(new Question("Q-WRK-01-1", "WRK-01", "Who?", "A name", "Head of IT")),
        List.of(rule()));
  }

  private static Rule rule() {
    return new Rule(
        "SGW-POD-001",
        "workload",
        "Containers are not privileged",
        "A privileged container is root on its node.",
        Severity.CRITICAL,
        "Container",
        "true",
        "!container.privileged",
        "Container {container.name} runs privileged",
        "",
        "Jobs do not restart",
        new Fix(List.of("Set it to false"), "/securityContext/privileged", "false"),
        List.of(new Support("WRK-01", Strength.DIRECT)),
        "A pass does not show that the runtime obeys",
        List.of("Pod Security Standards"),
        "1.0.0",
        List.of("trivy:KSV-0017"));
  }

  private static Safeguard safeguard() {
    return new Safeguard(
        "WRK-01",
        "Workload",
        "No container is privileged",
        List.of("164.312(a)(1)"),
        "Pod specifications",
        "",
        "",
        new Threat("Adversarial", "Break-out", "Privilege", "Drop it", true, false));
  }

  private static Citation citation() {
    return new Citation(
        "164.312(a)(1)",
        "Access control",
        "Standard",
        "Only those who may",
        "AC-3",
        Citation.Observability.PARTIAL);
  }

  private static Risk risk() {
    return new Risk(
        "R-WRK-01-HANDLES",
        "Break-out from a container",
        "WRK-01",
        EphiTier.HANDLES,
        List.of("Deployment portal/web"),
        "Adversarial",
        "Break-out",
        "One container is privileged",
        "One passed",
        new Rating(Level.MODERATE, "reachable"),
        new Rating(Level.HIGH, "root on the node"),
        Level.HIGH,
        new Rating(Level.VERY_HIGH, "ePHI"),
        Level.VERY_HIGH,
        "Drop it",
        List.of("164.312(a)(1)"),
        List.of("00000000000000a1"));
  }
}
