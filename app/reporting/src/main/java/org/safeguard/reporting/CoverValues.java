package org.safeguard.reporting;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.risk.EvidenceState;
import org.safeguard.model.risk.Scope;
import org.safeguard.model.rule.Pack;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.verdict.Status;

/// The values of the placeholders, which a template may put anywhere: on the cover, in headers and
/// footers, in running text.
final class CoverValues {

  private static final String NOT_STATED = "Not stated";

  private CoverValues() {}

  static Map<String, String> of(Report report) {
    Assessment assessment = report.assessment();
    Scope scope = assessment.scope();
    Map<String, String> values = new HashMap<>();
    values.put("title", Words.orElse(scope.title(), "HIPAA Security Rule risk analysis"));
    values.put("client", Words.orElse(scope.client(), "Client not stated"));
    values.put("assessor", Words.orElse(scope.assessor(), NOT_STATED));
    values.put(
        "scope",
        Words.orElse(
            scope.description(),
            "The container platform as the sources listed under Scope and method show it."));
    values.put("assessed-on", Words.day(assessment.assessedAt()));
    values.put("assessed-at", Words.minute(assessment.assessedAt()));
    values.put("assessment-id", assessment.id());
    values.put("tool-version", assessment.toolVersion());
    values.put("packs", packs(assessment));
    values.put("snapshots", snapshots(assessment));
    values.put("overall-picture", OverallPicture.of(report));
    counts(report, values);
    return values;
  }

  private static void counts(Report report, Map<String, String> values) {
    Assessment assessment = report.assessment();
    long attestations =
        assessment.citations().stream()
            .filter(citation -> citation.state() == EvidenceState.ATTESTATION_NEEDED)
            .count();
    values.put("count-risks", Words.number(assessment.risks().size()));
    values.put("count-assets", Words.number(assessment.assets().size()));
    values.put("count-failed", Words.number(report.count(Status.FAILED)));
    values.put("count-not-assessed", Words.number(report.count(Status.NOT_ASSESSED)));
    values.put("count-attestations", Words.number(attestations));
  }

  private static String packs(Assessment assessment) {
    return assessment.packs().stream().map(CoverValues::pack).collect(Collectors.joining("\n"));
  }

  private static String pack(Pack pack) {
    return pack.title() + " " + pack.version() + " (" + pack.id() + ")\nSHA-256 " + pack.sha256();
  }

  private static String snapshots(Assessment assessment) {
    int shown = 8;
    String text =
        assessment.snapshots().stream()
            .limit(shown)
            .map(CoverValues::snapshot)
            .collect(Collectors.joining("\n"));
    int more = assessment.snapshots().size() - shown;
    return more > 0 ? text + "\nand " + more + " more, listed under Scope and method" : text;
  }

  private static String snapshot(Snapshot snapshot) {
    String captured =
        snapshot.capturedAt() == null ? "" : ", captured " + Words.minute(snapshot.capturedAt());
    return snapshot.source() + captured + "\nSHA-256 " + snapshot.id();
  }
}
