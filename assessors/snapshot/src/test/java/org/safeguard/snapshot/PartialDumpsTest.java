package org.safeguard.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.TypeCoverage;

class PartialDumpsTest {

  private static final String ACCOUNTS = "ServiceAccount";
  private static final String POLICIES = "NetworkPolicy.networking.k8s.io";

  @TempDir Path folder;
  private final Map<String, String> files = new LinkedHashMap<>();

  private PartialDumpsTest with(String file, String apiVersion, String kind, String name) {
    files.put(
        file,
        "{apiVersion: %s, kind: %s, metadata: {name: %s, namespace: clinic}}\n"
            .formatted(apiVersion, kind, name));
    return this;
  }

  private PartialDumpsTest withList(String file, String apiVersion, String kind) {
    files.put(file, "---\napiVersion: %s\nkind: %sList\nitems: []\n".formatted(apiVersion, kind));
    return this;
  }

  private Snapshot read() throws Exception {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    return new SnapshotReader().read(new Source.PathSource(folder), Progress.NONE);
  }

  private static TypeCoverage of(Snapshot snapshot, String type) {
    return snapshot.coverageOf(ResourceType.of(type));
  }

  private PartialDumpsTest mustGather() {
    return with("m/namespaces/clinic/core/services/web.yaml", "v1", "Service", "web")
        .with("m/namespaces/clinic/core/serviceaccounts/app.yaml", "v1", ACCOUNTS, "app");
  }

  @Test
  void whatInspectTakesOnlyByNameIsPartial() throws Exception {
    Snapshot snapshot = mustGather().read();
    assertEquals("must-gather", snapshot.format());
    assertEquals(
        new TypeCoverage(
            ResourceType.of(ACCOUNTS),
            Coverage.PARTIAL,
            1,
            "oc adm inspect collects only those that an operator names; add the output of oc get"),
        of(snapshot, ACCOUNTS));
  }

  @Test
  void whatInspectListsForANamespaceIsCaptured() throws Exception {
    Snapshot snapshot =
        mustGather()
            .withList(
                "m/namespaces/clinic/networking.k8s.io/networkpolicies.yaml",
                "networking.k8s.io/v1",
                "NetworkPolicy")
            .read();
    assertEquals(Coverage.CAPTURED, of(snapshot, POLICIES).state());
    assertEquals(Coverage.PARTIAL, of(snapshot, "Service").state());
  }

  @Test
  void aListAddedByHandCounts() throws Exception {
    Snapshot snapshot = mustGather().with("accounts.yaml", "v1", ACCOUNTS, "other").read();
    assertEquals(Coverage.CAPTURED, of(snapshot, ACCOUNTS).state());
  }

  @Test
  void aBackupIsPartialThroughout() throws Exception {
    Snapshot snapshot =
        with("resources/pods/namespaces/clinic/web.json", "v1", "Pod", "web").read();
    assertEquals("velero", snapshot.format());
    assertEquals(Coverage.PARTIAL, of(snapshot, "Pod").state());
  }

  @Test
  void aDumpOfClusterInfoIsPartialThroughout() throws Exception {
    Snapshot snapshot =
        with("d/clinic/pods.json", "v1", "Pod", "web")
            .withList("d/clinic/replication-controllers.json", "v1", "ReplicationController")
            .read();
    assertEquals("cluster-info-dump", snapshot.format());
    assertEquals(Coverage.PARTIAL, of(snapshot, "Pod").state());
    assertEquals(Coverage.UNKNOWN, of(snapshot, POLICIES).state());
  }

  @Test
  void aSupportBundleSaysWhatItCouldNotList() throws Exception {
    with("b/cluster-resources/pods/clinic.json", "v1", "Pod", "web")
        .with("b/configmaps/clinic/settings.json", "v1", "ConfigMap", "settings");
    files.put("b/cluster-resources/roles-errors.json", "{\"clinic\": \"forbidden\"}");
    Snapshot snapshot = read();
    assertEquals("troubleshoot", snapshot.format());
    assertEquals(Coverage.CAPTURED, of(snapshot, "Pod").state());
    assertEquals(Coverage.PARTIAL, of(snapshot, "ConfigMap").state());
    assertEquals(
        new TypeCoverage(
            ResourceType.of("Role.rbac.authorization.k8s.io"),
            Coverage.FORBIDDEN,
            0,
            "the support bundle could not list them all: clinic: forbidden"),
        of(snapshot, "Role.rbac.authorization.k8s.io"));
  }

  @Test
  void rancherLeavesSecretsOut() throws Exception {
    Snapshot snapshot =
        with("yamls/namespaced/clinic/v1/pods.yaml", "v1", "Pod", "web")
            .with("yamls/namespaced/clinic/v1/secrets.yaml", "v1", "Secret", "key")
            .read();
    assertEquals(Coverage.CAPTURED, of(snapshot, "Pod").state());
    assertEquals(Coverage.PARTIAL, of(snapshot, "Secret").state());
  }
}
