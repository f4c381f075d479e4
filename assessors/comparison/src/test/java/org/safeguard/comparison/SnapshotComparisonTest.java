package org.safeguard.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceKey;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.TypeCoverage;
import org.safeguard.model.tree.JsonPointer;
import org.safeguard.model.tree.Redacted;
import org.safeguard.model.tree.ScalarNode;

final class SnapshotComparisonTest {

  private static final TypeCoverage DEPLOYMENTS = Clusters.captured("Deployment.apps");

  private static ResourceKey deployment(String name) {
    return new ResourceKey("apps", "Deployment", "portal", name);
  }

  @Test
  void whatAppearedWentAndChangedIsNamedWithThePlacesThatDiffer() {
    Snapshot before =
        Clusters.snapshot(
            List.of(
                Clusters.deployment("old", Map.of("replicas", 1L)),
                Clusters.deployment("same", Map.of("replicas", 1L)),
                Clusters.deployment("web", Map.of("replicas", 1L, "paused", true))),
            DEPLOYMENTS);
    Snapshot after =
        Clusters.snapshot(
            List.of(
                Clusters.deployment("new", Map.of("replicas", 1L)),
                Clusters.deployment("same", Map.of("replicas", 1L)),
                Clusters.deployment("web", Map.of("replicas", 2L, "a/b", List.of("x")))),
            DEPLOYMENTS);
    assertEquals(
        new ObjectChanges(
            SnapshotName.of(before),
            SnapshotName.of(after),
            List.of(deployment("new")),
            List.of(deployment("old")),
            List.of(
                new ChangedObject(
                    deployment("web"),
                    List.of(
                        new JsonPointer("/spec/a~1b"),
                        new JsonPointer("/spec/paused"),
                        new JsonPointer("/spec/replicas")),
                    3)),
            1,
            List.of(new TypeChanges(ResourceType.of("Deployment.apps"), 1, 1, 1, 1)),
            List.of(),
            List.of()),
        SnapshotComparison.of(before, after));
  }

  @Test
  void anObjectOfATypeThatOneSideDoesNotHoldWholeHasNotAppeared() {
    TypeCoverage forbidden =
        Clusters.of("Deployment.apps", Coverage.FORBIDDEN, "the server refused the list");
    Snapshot before = Clusters.snapshot(List.of(), forbidden);
    Snapshot after = Clusters.snapshot(List.of(Clusters.deployment("web", Map.of())), DEPLOYMENTS);
    ObjectChanges changes = SnapshotComparison.of(before, after);
    assertTrue(changes.isEmpty());
    assertEquals(
        List.of(new CannotTell(forbidden, DEPLOYMENTS, List.of(), List.of(deployment("web")))),
        changes.cannotTell());
    assertEquals(List.of(), changes.types());
  }

  @Test
  void anObjectOfATypeThatNobodySpokeOfHasNotAppeared() {
    Snapshot after = Clusters.snapshot(List.of(Clusters.deployment("web", Map.of())), DEPLOYMENTS);
    ObjectChanges changes = SnapshotComparison.of(Clusters.snapshot(List.of()), after);
    assertTrue(changes.isEmpty());
    assertEquals(Coverage.UNKNOWN, changes.cannotTell().getFirst().before().state());
  }

  @Test
  void aTypeThatNeitherClusterServesNeedsNoWord() {
    TypeCoverage absent = Clusters.of("Route.route.openshift.io", Coverage.ABSENT, "not served");
    Snapshot snapshot = Clusters.snapshot(List.of(), absent);
    assertEquals(List.of(), SnapshotComparison.of(snapshot, snapshot).cannotTell());
  }

  @Test
  void whatChangesByItselfDoesNotCount() {
    assertUnchanged(
        "v1",
        "Node",
        Map.of(
            "metadata",
            Map.of("resourceVersion", "1", "uid", "a", "generation", 1L),
            "status",
            Map.of(
                "images",
                List.of("one"),
                "conditions",
                List.of(Map.of("type", "Ready", "lastHeartbeatTime", "10:00")))),
        Map.of(
            "metadata",
            Map.of("resourceVersion", "2", "uid", "b", "generation", 2L),
            "status",
            Map.of(
                "images",
                List.of("two"),
                "conditions",
                List.of(Map.of("type", "Ready", "lastHeartbeatTime", "11:00")))));
    assertUnchanged(
        "coordination.k8s.io/v1",
        "Lease",
        Map.of("spec", Map.of("renewTime", "10:00")),
        Map.of("spec", Map.of("renewTime", "11:00", "holderIdentity", "b")));
  }

  @Test
  void theOrderOfMembersAndANullDoNotCount() {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("a", 1L);
    one.put("b", 2L);
    Map<String, Object> other = new LinkedHashMap<>();
    other.put("b", 2L);
    other.put("c", new ScalarNode(null, 4));
    other.put("a", 1L);
    assertUnchanged("apps/v1", "Deployment", one, other);
  }

  @Test
  void markersThatDifferInTheirNumberOnlyAreEqual() {
    assertUnchanged(
        "v1",
        "ConfigMap",
        Map.of("data", new ScalarNode(new Redacted("looks like a password, value 3"), 1)),
        Map.of("data", new ScalarNode(new Redacted("looks like a password, value 14"), 1)));
    assertUnchanged(
        "v1",
        "ConfigMap",
        Map.of("data", new ScalarNode(new Redacted("looks like a password, value 3"), 1)),
        Map.of("data", "(redacted: looks like a password, value 1)"));
    assertEquals(
        1,
        compare(
                "v1",
                "ConfigMap",
                Map.of("data", new ScalarNode(new Redacted("looks like a password, value 3"), 1)),
                Map.of("data", new ScalarNode(new Redacted("looks like a token, value 3"), 1)))
            .changed()
            .size());
  }

  @Test
  void aConditionThatTurnedIsAChange() {
    ObjectChanges changes =
        compare(
            "v1",
            "Node",
            Map.of("status", Map.of("conditions", List.of(Map.of("status", "True")))),
            Map.of("status", Map.of("conditions", List.of(Map.of("status", "False")))));
    assertEquals(
        List.of(new JsonPointer("/status/conditions/0/status")),
        changes.changed().getFirst().pointers());
  }

  @Test
  void eventsAreLeftOutAndItIsSaid() {
    Snapshot before = Clusters.snapshot(List.of());
    Snapshot after =
        Clusters.snapshot(List.of(Clusters.resource("v1", "Event", "started", Map.of())));
    ObjectChanges changes = SnapshotComparison.of(before, after);
    assertTrue(changes.isEmpty());
    assertEquals(List.of(), changes.cannotTell());
    assertEquals(List.of(ResourceType.of("Event")), changes.leftOut());
  }

  @Test
  void anObjectListsNoMorePlacesThanTheLimitAndCountsAll() {
    Map<String, Object> one = new HashMap<>();
    Map<String, Object> other = new HashMap<>();
    IntStream.range(0, 50).forEach(i -> one.put("key" + i, "a"));
    IntStream.range(0, 50).forEach(i -> other.put("key" + i, "b"));
    ChangedObject changed = compare("v1", "ConfigMap", one, other).changed().getFirst();
    assertEquals(ChangedObject.MOST_POINTERS, changed.pointers().size());
    assertEquals(50, changed.differences());
  }

  @Test
  void itemsThatOnlyOneSideHasAreNamedOneByOne() {
    ObjectChanges changes =
        compare(
            "v1",
            "ConfigMap",
            Map.of("data", List.of("a")),
            Map.of("data", List.of("a", "b", Map.of("c", "d"))));
    assertEquals(
        List.of(new JsonPointer("/data/1"), new JsonPointer("/data/2")),
        changes.changed().getFirst().pointers());
  }

  @Test
  void severalSourcesOfOneSideAreSeenAsOne() {
    Resource web = Clusters.deployment("web", Map.of());
    Resource portal = Clusters.deployment("portal", Map.of());
    Snapshot whole = Clusters.snapshot(List.of(web, portal), DEPLOYMENTS);
    List<Snapshot> parts =
        List.of(
            Clusters.snapshot(List.of(portal)),
            Clusters.snapshot(
                List.of(web, Clusters.deployment("portal", Map.of("paused", true))), DEPLOYMENTS));
    ObjectChanges changes = SnapshotComparison.of(List.of(whole), parts);
    assertTrue(changes.isEmpty());
    assertEquals(2, changes.unchanged());
    assertEquals(List.of(), changes.cannotTell());
  }

  @Test
  void anyTwoSnapshotsCompareTheSameFromBothSides() {
    Random random = new Random(20261123);
    for (int i = 0; i < 300; i++) {
      Snapshot one = RandomCluster.next(random);
      Snapshot other = random.nextBoolean() ? RandomCluster.next(random) : one;
      ObjectChanges changes = SnapshotComparison.of(one, other);
      assertEquals(changes.mirrored(), SnapshotComparison.of(other, one));
      assertEquals(changes, SnapshotComparison.of(shuffled(one, random), shuffled(other, random)));
      ObjectChanges itself = SnapshotComparison.of(one, shuffled(one, random));
      assertTrue(itself.isEmpty());
      assertEquals(
          one.resources().stream().filter(r -> !r.kind().equals("Event")).count(),
          itself.unchanged());
    }
  }

  private static Snapshot shuffled(Snapshot of, Random random) {
    List<Resource> resources = new ArrayList<>(of.resources());
    Collections.shuffle(resources, random);
    return Clusters.snapshot(resources, of.coverage().toArray(TypeCoverage[]::new));
  }

  private static void assertUnchanged(
      String apiVersion, String kind, Map<String, Object> one, Map<String, Object> other) {
    assertEquals(List.of(), compare(apiVersion, kind, one, other).changed());
    assertEquals(1, compare(apiVersion, kind, other, one).unchanged());
  }

  private static ObjectChanges compare(
      String apiVersion, String kind, Map<String, Object> one, Map<String, Object> other) {
    return SnapshotComparison.of(
        Clusters.snapshot(List.of(Clusters.resource(apiVersion, kind, "x", one))),
        Clusters.snapshot(List.of(Clusters.resource(apiVersion, kind, "x", other))));
  }
}
