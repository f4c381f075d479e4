package org.safeguard.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.model.progress.Progress;

final class NetworksTest {

  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata: {name: %s, namespace: clinic, labels: {app: %s}}
      spec: {containers: [{name: c, image: app}]}
      """;

  private static final String POLICY =
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: records, namespace: clinic}
      spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
      """;

  @TempDir Path folder;

  @Test
  void sourcesArePartsOfOneCluster() throws Exception {
    Path pods = Files.writeString(folder.resolve("pods.yaml"), POD.formatted("a", "a"));
    Path policy = Files.writeString(folder.resolve("policy.yaml"), POLICY);
    Networks networks = Fixture.workbench().networks();

    assertEquals(
        2,
        networks.connectivity(Fixture.sources(pods), Progress.NONE).connectivity().rows().size());
    assertEquals(
        List.of(),
        networks.connectivity(Fixture.sources(pods, policy), Progress.NONE).connectivity().rows());
  }

  @Test
  void aFileThatCannotBeReadIsAGap() throws Exception {
    Files.writeString(folder.resolve("pods.yaml"), POD.formatted("a", "a"));
    Files.writeString(folder.resolve("bad.yaml"), "kind: [\n");
    Networks.Found found =
        Fixture.workbench().networks().connectivity(Fixture.sources(folder), Progress.NONE);
    assertEquals(1, found.gaps().size());
    assertTrue(found.gaps().getFirst().startsWith("bad.yaml"), found.gaps().toString());
  }

  @Test
  void namesThatStrangersChoseDoNotBreakALine() throws Exception {
    Path pods =
        Files.writeString(folder.resolve("pods.yaml"), POD.formatted("\"a,b\\\"c\\nd\"", "a"));
    StringBuilder csv = new StringBuilder();
    NetworkFormat.CSV.write(
        Fixture.workbench()
            .networks()
            .connectivity(Fixture.sources(pods), Progress.NONE)
            .connectivity(),
        csv);
    assertEquals(
        """
        src,dst,conn
        0.0.0.0-255.255.255.255[External],"clinic/a,b""c d[Pod]",All Connections
        "clinic/a,b""c d[Pod]",0.0.0.0-255.255.255.255[External],All Connections
        """,
        csv.toString());
  }
}
