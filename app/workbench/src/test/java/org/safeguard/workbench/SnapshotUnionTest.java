package org.safeguard.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.TypeCoverage;
import org.safeguard.model.tree.ObjectNode;

final class SnapshotUnionTest {

  private static final ResourceType PODS = new ResourceType("", "Pod");
  private static final Instant EARLY = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant LATE = Instant.parse("2026-02-01T00:00:00Z");

  private static Snapshot snapshot(
      String source,
      @Nullable Instant at,
      @Nullable String version,
      Coverage pods,
      String... names) {
    List<Resource> resources =
        List.of(names).stream()
            .map(
                name ->
                    new Resource(
                        "v1",
                        "Pod",
                        "a",
                        name,
                        "",
                        "",
                        source.equals("dir") ? "x.yaml" : source,
                        ObjectNode.EMPTY))
            .toList();
    return new Snapshot(
        "id-" + source,
        source,
        "manifests",
        "",
        at,
        version,
        List.of(),
        resources,
        List.of(new TypeCoverage(PODS, pods, names.length, pods + " in " + source)),
        List.of());
  }

  @Test
  void objectsOfAllSourcesAreThereOnceWithTheFileTheyCameFrom() {
    Snapshot union =
        SnapshotUnion.of(
            List.of(
                snapshot("dir", EARLY, null, Coverage.CAPTURED, "web", "db"),
                snapshot("more.yaml", LATE, "1.31.2", Coverage.CAPTURED, "db", "job")),
            null);
    assertEquals(
        List.of("web dir/x.yaml", "db dir/x.yaml", "job more.yaml"),
        union.resources().stream().map(r -> r.name() + " " + r.file()).toList());
    assertEquals("1.31.2", union.kubernetesVersion());
    assertEquals(LATE, union.capturedAt());
  }

  @Test
  void theBetterCoverageOfATypeWinsWithItsCause() {
    Map<Coverage, Coverage> better =
        Map.of(
            Coverage.PARTIAL, Coverage.CAPTURED,
            Coverage.FORBIDDEN, Coverage.PARTIAL,
            Coverage.ABSENT, Coverage.FORBIDDEN,
            Coverage.UNKNOWN, Coverage.ABSENT);
    better.forEach(
        (worse, best) -> {
          Snapshot one = snapshot("one", null, null, worse);
          Snapshot two = snapshot("two", null, null, best, "web");
          TypeCoverage expected = new TypeCoverage(PODS, best, 1, best + " in two");
          assertEquals(List.of(expected), SnapshotUnion.of(List.of(one, two), null).coverage());
          assertEquals(List.of(expected), SnapshotUnion.of(List.of(two, one), null).coverage());
        });
  }

  @Test
  void oneSourceStaysAsItIsExceptForTheVersionSomebodyNames() {
    Snapshot alone = snapshot("dir", null, null, Coverage.CAPTURED, "web");
    assertEquals(alone, SnapshotUnion.of(List.of(alone), null));
    assertEquals("1.29", SnapshotUnion.of(List.of(alone), "1.29").kubernetesVersion());
    assertNull(SnapshotUnion.of(List.of(alone, alone), null).capturedAt());
  }
}
