package org.safeguard.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.safeguard.model.fact.ApiUse;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.ClusterRelease;
import org.safeguard.model.fact.Node;
import org.safeguard.model.fact.UnknownEvidenceException;

class VersionsTest {

  private static final String NODE =
      """
      apiVersion: v1
      kind: Node
      metadata: {name: ward-1}
      status:
        conditions: [{type: Ready, status: 'True', lastHeartbeatTime: '2026-03-01T10:00:00Z'}]
        nodeInfo: {kubeletVersion: v1.31.2, osImage: Debian GNU/Linux 12 (bookworm), containerRuntimeVersion: 'cri-o://1.31.1'}
      """;

  private static ClusterRelease release(Given given) {
    return given.facts(ClusterRelease.class).getFirst();
  }

  @Test
  void theDayOfTheCaptureDecidesBothWays() {
    Given given = Given.yaml(NODE).version("1.34.2");

    assertTrue(release(given.capturedOn("2026-10-27")).supported());
    assertFalse(release(given.capturedOn("2026-10-28")).supported());
  }

  @Test
  void aSignOfLifeFailsWhatHadEndedAndPassesNothing() {
    assertFalse(release(Given.yaml(NODE).version("1.31.2")).supported());
    assertThrows(
        UnknownEvidenceException.class,
        () -> release(Given.yaml(NODE).version("1.34.2")).supported());
  }

  @Test
  void aVendorIsAskedBeforeItsReleaseFails() {
    Given given = Given.yaml(NODE).version("v1.31.2-eks-7f9249a").capturedOn("2026-06-01");
    UnknownEvidenceException unknown =
        assertThrows(UnknownEvidenceException.class, () -> release(given).supported());

    assertEquals(Cause.Code.PROVIDER_MANAGED, unknown.evidenceCause().code());
    assertFalse(release(given.capturedOn("2028-01-01")).supported());
  }

  @Test
  void crioIsRetiredWithKubernetes() {
    Node node = Given.yaml(NODE).capturedOn("2025-12-01").facts(Node.class).getFirst();

    assertEquals("2025-10-28", node.runtimeEndOfLife());
    assertFalse(node.runtimeSupported());
    assertTrue(node.osSupported());
  }

  @Test
  void theStartOfANameIsNotTheNameOfAnother() {
    Lifecycles lifecycles = new Lifecycles();

    assertEquals(Optional.of("2026-06-30"), lifecycles.system("Amazon Linux 2"));
    assertEquals(Optional.of("2029-06-30"), lifecycles.system("Amazon Linux 2023.5.20240805"));
    assertEquals(Optional.empty(), lifecycles.system("Debian GNU/Linux 1"));
  }

  @Test
  void everyDateOfTheTablesIsOne() {
    for (List<String> row : Table.read("kubernetes-releases.txt", "\\s+").rows()) {
      LocalDate.parse(row.get(1));
    }
    for (List<String> row : Table.read("runtimes.txt", "\\s+").rows()) {
      LocalDate.parse(row.get(2));
    }
    for (List<String> row : Table.read("operating-systems.txt", "\\s*\\|\\s*").rows()) {
      LocalDate.parse(row.get(1));
    }
    for (List<String> row : Table.read("api-removals.txt", "\\s+").rows()) {
      assertEquals(5, row.size(), row.toString());
      assertTrue(
          Release.of(row.get(2)).orElseThrow().compareTo(Release.of(row.get(3)).orElseThrow()) <= 0,
          row.toString());
    }
  }

  @Test
  void releasesAreReadAsVendorsWriteThem() {
    assertEquals(Optional.of(new Release(1, 29, 4)), Release.of("v1.29.4-gke.1043002"));
    assertEquals(Optional.of(new Release(1, 30, 0)), Release.of("1.30"));
    assertEquals(Optional.of(new Release(1, 21, 7)), Release.of("v1.21.7+rke2r1"));
    assertEquals(Optional.empty(), Release.of("fake"));
    assertEquals(Optional.empty(), Release.of("1.2.3.4"));
  }

  @Test
  void onlyVersionsThatGoAwayAreFactsOfTheirOwn() {
    List<ApiUse> uses =
        Given.yaml("{apiVersion: networking.k8s.io/v1beta1, kind: Ingress, metadata: {name: a}}")
            .and("{apiVersion: v1, kind: Service, metadata: {name: a}}")
            .and("{apiVersion: v1, kind: Service, metadata: {name: b}}")
            .facts(ApiUse.class);

    assertEquals(
        List.of("v1 * 2", "networking.k8s.io/v1beta1 a 1"),
        uses.stream()
            .map(use -> use.apiVersion() + " " + use.name() + " " + use.objects())
            .toList());
  }
}
