package org.safeguard.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.risk.Scope;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Skipped;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.TypeCoverage;

final class GapsTest {

  @Test
  void refusedCutOffAndUnreadablePartsAreGapsAndNothingElse() {
    List<TypeCoverage> coverage =
        List.of(
            new TypeCoverage(new ResourceType("", "Pod"), Coverage.CAPTURED, 1, ""),
            new TypeCoverage(new ResourceType("", "Secret"), Coverage.FORBIDDEN, 0, "HTTP 403"),
            new TypeCoverage(new ResourceType("", "Node"), Coverage.UNKNOWN, 0, "nobody asked"),
            new TypeCoverage(
                new ResourceType("apps", "Deployment"), Coverage.PARTIAL, 5, "one page"));
    List<Skipped> skipped =
        List.of(
            new Skipped("notes.txt", 0, Skipped.Kind.OTHER_FILE, "neither YAML nor JSON"),
            new Skipped("a.yaml", 7, Skipped.Kind.UNREADABLE, "not UTF-8"),
            new Skipped("closed", 0, Skipped.Kind.UNREADABLE, "no permission to read it"));
    Snapshot snapshot =
        new Snapshot(
            "id", "dump", "manifests", "", null, null, List.of(), List.of(), coverage, skipped);
    Assessment assessment =
        new Assessment(
            "id",
            "test",
            Instant.EPOCH,
            Scope.NONE,
            List.of(),
            List.of(snapshot),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    assertEquals(
        List.of(
            "Secret: HTTP 403",
            "Deployment.apps: one page",
            "a.yaml:7: not UTF-8",
            "closed: no permission to read it"),
        Gaps.of(assessment));
  }
}
