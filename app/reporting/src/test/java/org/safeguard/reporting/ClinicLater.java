package org.safeguard.reporting;

import java.util.ArrayList;
import java.util.List;
import org.safeguard.comparison.AssessmentChanges;
import org.safeguard.comparison.AssessmentComparison;
import org.safeguard.comparison.ObjectChanges;
import org.safeguard.comparison.SnapshotComparison;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.risk.Level;
import org.safeguard.model.risk.Risk;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.TypeCoverage;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;
import org.safeguard.model.verdict.Outcome;
import org.safeguard.model.verdict.Verdict;

/// The fictional clinic three weeks later: some objects, verdicts and risks moved.
final class ClinicLater {

  private ClinicLater() {}

  static AssessmentChanges verdicts() {
    return AssessmentComparison.of(before(), after());
  }

  static ObjectChanges objects() {
    return SnapshotComparison.of(before().snapshots(), after().snapshots());
  }

  private static Assessment before() {
    Assessment clinic = Clinic.small();
    return with(
        clinic,
        clinic.snapshots().stream()
            .map(of -> with(of, List.of(object("portal", 1), object("old", 1)), of.coverage()))
            .toList(),
        clinic.verdicts(),
        clinic.risks());
  }

  private static Assessment after() {
    Assessment clinic = Clinic.small();
    List<Verdict> verdicts = new ArrayList<>(clinic.verdicts());
    for (int i = 0; i < verdicts.size(); i += 7) {
      verdicts.set(i, passed(verdicts.get(i)));
    }
    verdicts.removeLast();
    List<Risk> risks = new ArrayList<>(clinic.risks());
    risks.removeLast();
    risks.set(0, lower(risks.getFirst()));
    return with(
        clinic,
        clinic.snapshots().stream()
            .map(of -> with(of, List.of(object("portal", 2), object("new", 1)), moreSeen(of)))
            .toList(),
        verdicts,
        risks);
  }

  private static List<TypeCoverage> moreSeen(Snapshot of) {
    return of.coverage().stream()
        .map(
            one ->
                one.state() == Coverage.FORBIDDEN
                    ? new TypeCoverage(one.type(), Coverage.CAPTURED, 3, "")
                    : one)
        .toList();
  }

  private static Verdict passed(Verdict of) {
    return new Verdict(of.id(), of.rule(), of.subject(), new Outcome.Passed(), of.evidence());
  }

  private static Risk lower(Risk of) {
    return new Risk(
        of.id(),
        of.title(),
        of.safeguard(),
        of.tier(),
        of.assets(),
        of.threatSource(),
        of.threatEvent(),
        of.vulnerability(),
        of.existingControls(),
        of.initiation(),
        of.adverseImpact(),
        Level.LOW,
        of.impact(),
        Level.LOW,
        of.recommendation(),
        of.citations(),
        of.findings());
  }

  private static Resource object(String name, long replicas) {
    ObjectNode body =
        ObjectNode.builder(1)
            .put("spec", ObjectNode.builder(2).put("replicas", new ScalarNode(replicas, 3)).build())
            .build();
    ResourceType type = ResourceType.of("Deployment.apps");
    return new Resource(
        "apps/v1", type.kind(), "clinic", name, null, null, "deployments.jsonl", body);
  }

  private static Snapshot with(Snapshot of, List<Resource> resources, List<TypeCoverage> coverage) {
    return new Snapshot(
        of.id(),
        of.source(),
        of.format(),
        of.cluster(),
        of.capturedAt(),
        of.kubernetesVersion(),
        of.files(),
        resources,
        coverage,
        of.skipped(),
        of.record());
  }

  private static Assessment with(
      Assessment of, List<Snapshot> snapshots, List<Verdict> verdicts, List<Risk> risks) {
    return new Assessment(
        of.id(),
        of.toolVersion(),
        of.assessedAt(),
        of.scope(),
        of.packs(),
        snapshots,
        of.assets(),
        verdicts,
        of.safeguards(),
        of.citations(),
        risks);
  }
}
