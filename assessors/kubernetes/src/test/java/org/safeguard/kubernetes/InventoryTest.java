package org.safeguard.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safeguard.model.fact.Namespace;
import org.safeguard.model.risk.Asset;
import org.safeguard.model.risk.Designation;
import org.safeguard.model.verdict.ObjectReference;

class InventoryTest {

  private static final String KEY = "safeguard.hipaa/ephi";

  private static String deployment(String own, String template, String namespace) {
    return """
    apiVersion: v1
    kind: Namespace
    metadata: {name: clinic, %s}
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web, namespace: clinic, %s}
    spec: {template: {metadata: {%s}}}
    """
        .formatted(namespace, own, template);
  }

  private static String set(String holder, String value) {
    return value.isEmpty() ? "" : holder + ": {" + KEY + ": " + value + "}";
  }

  @ParameterizedTest
  @CsvSource({
    "creates, none, none, creates, label safeguard.hipaa/ephi of Deployment web",
    "'', receives, none, receives, label safeguard.hipaa/ephi of Deployment web",
    "'', '', Maintains, maintains, label safeguard.hipaa/ephi of Namespace clinic",
    "'', '', '', unknown, ''",
    "sometimes, creates, creates, unknown, label safeguard.hipaa/ephi of Deployment web"
  })
  void theNearestLabelDesignates(
      String own, String template, String namespace, String ephi, String by) {
    Given given =
        Given.yaml(
            deployment(set("labels", own), set("labels", template), set("labels", namespace)));
    Asset asset = Inventory.of(given.facts(), given.scope()).getFirst();

    assertEquals(ephi, given.workload().ephi());
    assertEquals(ephi + " " + by, asset.ephi() + " " + asset.designatedBy());
  }

  @Test
  void annotationsDesignateToo() {
    Given given = Given.yaml(deployment(set("annotations", "transmits"), "", ""));

    assertEquals(
        "annotation safeguard.hipaa/ephi of Deployment web",
        Inventory.of(given.facts(), given.scope()).getFirst().designatedBy());
    assertEquals("transmits", given.workload().ephi());
  }

  @Test
  void theScopeFileWinsAndItsLaterLinesWin() {
    Given given =
        Given.yaml(deployment(set("labels", "none"), "", ""))
            .scope("*", "*", "*", "receives")
            .scope("clinic", "Deployment", "*", "maintains")
            .scope("other", "*", "*", "none");
    Namespace namespace = given.facts().namespaces().getFirst();

    assertEquals("maintains", given.workload().ephi());
    assertEquals("receives", namespace.ephi());
    assertEquals(
        "scope.yaml:2", Inventory.of(given.facts(), given.scope()).getFirst().designatedBy());
    assertEquals(":5 maintains by scope.yaml:2", Given.read(given.workload().provenance(), "ephi"));
  }

  @Test
  void aLineThatOnlyNamesAnOwnerLeavesTheLabel() {
    Given given =
        Given.yaml(deployment(set("labels", "creates"), "", ""))
            .scope(
                new Designation(
                    "clinic", "*", "web", "unknown", "records", "Dr. Who", "high", "s.yaml:3"));
    Asset asset = Inventory.of(given.facts(), given.scope()).getFirst();

    assertEquals("creates", asset.ephi());
    assertEquals("label safeguard.hipaa/ephi of Deployment web", asset.designatedBy());
    assertEquals(
        "records Dr. Who high",
        String.join(" ", asset.dataKind(), asset.owner(), asset.criticality()));
  }

  @Test
  void anAssetShowsStorageExposureAndImages() {
    Given given =
        Given.yaml(
            """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db, namespace: clinic, uid: u1, resourceVersion: "7"}
            spec:
              replicas: 3
              template:
                metadata: {labels: {app: db}}
                spec:
                  containers:
                  - {name: b, image: "postgres:17"}
                  - {name: a, image: backup}
                  - {name: c, image: backup}
                  volumes:
                  - {name: tmp, emptyDir: {}}
                  - {name: conf, configMap: {name: m}}
                  - {name: keys, csi: {driver: secrets-store.csi.k8s.io}}
                  - {name: host, hostPath: {path: /srv}}
                  - {name: claim, persistentVolumeClaim: {claimName: archive}}
                  - {name: share, nfs: {server: x, path: /}}
              volumeClaimTemplates:
              - metadata: {name: data}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: db, namespace: clinic}
            spec: {type: NodePort, selector: {app: db}}
            """);

    assertEquals(
        List.of(
            new Asset(
                new ObjectReference("apps/v1", "StatefulSet", "clinic", "db", "u1", "7"),
                "unknown",
                "",
                "",
                "",
                "",
                List.of(
                    "hostPath /srv",
                    "persistentVolumeClaim archive",
                    "nfs share",
                    "persistentVolumeClaim data"),
                List.of("NodePort db"),
                3,
                List.of("backup", "postgres:17"))),
        Inventory.of(given.facts(), given.scope()));
  }

  @Test
  void whatIsUnknownIsLeftOut() {
    Given given =
        Given.yaml(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec: {replicas: "x", template: {spec: "***HIDDEN***"}}
            """);

    assertEquals(
        List.of(
            new Asset(
                new ObjectReference("apps/v1", "Deployment", "default", "web", null, null),
                "unknown",
                "",
                "",
                "",
                "",
                List.of(),
                List.of(),
                1,
                List.of())),
        Inventory.of(given.facts(), given.scope()));
  }
}
