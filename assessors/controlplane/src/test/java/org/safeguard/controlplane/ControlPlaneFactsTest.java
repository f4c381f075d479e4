package org.safeguard.controlplane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguard.model.fact.ApiServer;
import org.safeguard.model.fact.AuditLevel;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.ControlPlaneComponent;
import org.safeguard.model.fact.UnknownEvidenceException;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.objects.AddedFacts;

class ControlPlaneFactsTest {

  private static final String EKS_NODE =
      """
      ---
      apiVersion: v1
      kind: Node
      metadata: {name: n, labels: {eks.amazonaws.com/nodegroup: general}}
      """;
  private static final String K3S_NODE =
      """
      ---
      apiVersion: v1
      kind: Node
      metadata:
        name: n
        annotations:
          k3s.io/node-args: '["server","--kube-apiserver-arg","anonymous-auth=true","--secrets-encryption"]'
      status: {nodeInfo: {kubeletVersion: v1.31.2+k3s1}}
      """;

  private static Cause cause(ControlPlaneComponent component, String flag) {
    return assertThrows(UnknownEvidenceException.class, () -> Given.flag(component, flag).value())
        .evidenceCause();
  }

  private static Cause.Code gap(Given given) {
    return given.added().gaps().get("ControlPlaneComponent").code();
  }

  @Test
  void aProviderRunsWhatCannotBeSeen() {
    assertEquals(Cause.Code.PROVIDER_MANAGED, gap(Given.yaml(EKS_NODE)));
    assertEquals(
        Cause.Code.PROVIDER_MANAGED, gap(Given.yaml(EKS_NODE).with(Coverage.FORBIDDEN, "Pod")));
  }

  @Test
  void withoutPodsNothingIsKnown() {
    assertEquals(Cause.Code.NOT_CAPTURED, gap(Given.yaml("kind: Namespace\nmetadata: {name: a}")));
    assertEquals(
        Cause.Code.FORBIDDEN,
        gap(Given.yaml("kind: Namespace\nmetadata: {name: a}").with(Coverage.FORBIDDEN, "Pod")));
    assertEquals(Cause.Code.UNRESOLVED, gap(Given.yaml("").version("1.31.2+k3s1")));
  }

  @Test
  void aDescriptionIsMissedOnlyWhereThereMayBeAProvider() {
    Given manifests = Given.yaml("kind: Namespace\nmetadata: {name: a}");
    assertFalse(manifests.added().gaps().containsKey("CloudCluster"));
    assertEquals(
        Cause.Code.FORBIDDEN,
        manifests.with(Coverage.FORBIDDEN, "Node").added().gaps().get("CloudCluster").code());
    assertEquals(
        Cause.Code.PROVIDER_MANAGED,
        Given.yaml(EKS_NODE).added().gaps().get("CloudCluster").code());
  }

  @Test
  void podsThatWereCutOffMayHideAnInstance() {
    AddedFacts added =
        Given.yaml(Given.pod("etcd", "e", "etcd")).with(Coverage.PARTIAL, "Pod").added();
    assertEquals(Cause.Code.NOT_CAPTURED, added.gaps().get("ControlPlaneComponent").code());
    assertFalse(added.facts().isEmpty());
  }

  @Test
  void aComponentThatIsNotAmongTheOthersIsUnknown() {
    Given given = Given.yaml(Given.pod("kube-apiserver", "a", "kube-apiserver"));
    ControlPlaneComponent etcd = given.only("etcd");
    assertEquals("none", etcd.source());
    assertEquals(Cause.Code.UNRESOLVED, cause(etcd, "client-cert-auth").code());
    assertEquals(List.of(), given.components("kube-proxy"));
  }

  @Test
  void eachOfSeveralInstancesIsRead() {
    List<ControlPlaneComponent> servers =
        Given.yaml(
                Given.pod("kube-apiserver", "a", "kube-apiserver", "--profiling=false")
                    + Given.pod("kube-apiserver", "b", "kube-apiserver"))
            .components("kube-apiserver");
    assertEquals(
        List.of("false", "true"),
        servers.stream().map(server -> Given.flag(server, "profiling").value()).toList());
  }

  @Test
  void anotherEtcdIsNotTheClusters() {
    String calico = Given.pod("calico-etcd", "calico-etcd-1", "etcd", "--auto-tls");
    String guest = Given.pod("etcd", "guest", "etcd").replace("kube-system", "tenant-a");
    assertEquals(List.of(), Given.yaml(calico + guest).components("etcd"));
  }

  @Test
  void anOptionThatEndsLikeTheProgramIsNotTheProgram() {
    ControlPlaneComponent etcd =
        Given.yaml(
                Given.pod(
                    "etcd",
                    "e",
                    "/bin/sh",
                    "-c",
                    "discover --data-dir=/var/lib/etcd --x=1; exec nice etcd --client-cert-auth"))
            .only("etcd");
    assertEquals("true", Given.flag(etcd, "client-cert-auth").value());
  }

  @Test
  void aConfigurationFileOfEtcdReplacesItsFlags() {
    ControlPlaneComponent etcd =
        Given.yaml(Given.pod("etcd", "e", "etcd", "--config-file=/etc/e.yaml", "--auto-tls"))
            .only("etcd");
    assertEquals(Cause.Code.UNRESOLVED, cause(etcd, "auto-tls").code());
  }

  @Test
  void aCommandThatShowsNoFlagsIsUnknown() {
    ControlPlaneComponent server =
        Given.yaml(Given.pod("kube-apiserver", "a", "/start.sh")).only("kube-apiserver");
    assertEquals(Cause.Code.UNRESOLVED, cause(server, "anonymous-auth").code());
  }

  @Test
  void whatKubeadmAddsIsReadInBothForms() {
    for (String extra :
        List.of(
            "extraArgs: {anonymous-auth: \"false\"}",
            "extraArgs: [{name: anonymous-auth, value: \"false\"}]")) {
      ControlPlaneComponent server =
          Given.yaml(
                  """
                  apiVersion: v1
                  kind: ConfigMap
                  metadata: {name: kubeadm-config, namespace: kube-system}
                  data:
                    ClusterConfiguration: |
                      apiServer:
                        %s
                  """
                      .formatted(extra))
              .only("kube-apiserver");
      assertEquals("kubeadm", server.source());
      assertEquals("false", Given.flag(server, "anonymous-auth").value());
      assertEquals(Cause.Code.UNRESOLVED, cause(server, "profiling").code());
    }
  }

  @Test
  void whatK3sPassesOnIsReadFromItsNode() {
    ControlPlaneComponent server = Given.yaml(K3S_NODE).only("kube-apiserver");
    assertEquals("true", Given.flag(server, "anonymous-auth").value());
    assertTrue(server.apiServer().encryptionConfigured());
    assertThrows(UnknownEvidenceException.class, () -> server.apiServer().encryptionProviders());
    assertEquals(Cause.Code.UNRESOLVED, cause(server, "profiling").code());
  }

  @Test
  void openShiftReadsItsConfigurationOfTheRunningRevision() {
    String config =
        """
        ---
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: config-7, namespace: openshift-kube-apiserver}
        data:
          config.yaml: |
            {"apiServerArguments": {"anonymous-auth": ["false"], "profiling": ["true"]},
             "servingInfo": {"minTLSVersion": "VersionTLS13"}}
        """;
    String pod =
        Given.pod(
                "kube-apiserver",
                "a",
                "/bin/bash",
                "-ec",
                "exec watch -- hyperkube kube-apiserver"
                    + " --openshift-config=/r/configmaps/config/config.yaml --profiling=false")
            .replace(
                "namespace: kube-system",
                "namespace: openshift-kube-apiserver, labels: {revision: \"7\"}");
    ControlPlaneComponent server = Given.yaml(pod + config).only("kube-apiserver");
    assertFalse(server.apiServer().anonymousAccess());
    assertEquals("false", Given.flag(server, "profiling").value());
    assertTrue(server.strongTls());
    ControlPlaneComponent unseen = Given.yaml(pod).only("kube-apiserver");
    assertThrows(UnknownEvidenceException.class, () -> unseen.apiServer().anonymousAccess());
  }

  @Test
  void defaultsDependOnTheVersion() {
    ApiServer old =
        Given.yaml(Given.pod("kube-apiserver", "a", "kube-apiserver").replace("v1.31.2", "v1.18.1"))
            .only("kube-apiserver")
            .apiServer();
    assertTrue(old.plaintextPort());
    assertFalse(isOn(old, "PodSecurity"));
    ApiServer recent =
        Given.yaml(Given.pod("kube-apiserver", "a", "kube-apiserver"))
            .only("kube-apiserver")
            .apiServer();
    assertFalse(recent.plaintextPort());
    assertTrue(isOn(recent, "PodSecurity"));
  }

  private static boolean isOn(ApiServer server, String plugin) {
    return server.admissionPlugins().stream()
        .anyMatch(one -> one.name().equals(plugin) && one.on());
  }

  @Test
  void theFirstRuleOfAnAuditPolicyThatMatchesDecides() {
    String policy =
        """
        ---
        apiVersion: audit.k8s.io/v1
        kind: Policy
        metadata: {name: audit.yaml}
        rules:
        - {level: None, users: ["system:kube-proxy"]}
        - {level: None, verbs: [get], resources: [{group: "", resources: [configmaps], resourceNames: [x]}]}
        - {level: Metadata, resources: [{group: "", resources: [secrets, "pods/*"]}]}
        - {level: Request, userGroups: ["system:authenticated"], namespaces: [ehr]}
        """;
    ApiServer server =
        Given.yaml(
                Given.pod(
                        "kube-apiserver",
                        "a",
                        "kube-apiserver",
                        "--audit-log-path=/x",
                        "--audit-policy-file=/etc/audit.yaml")
                    + policy)
            .only("kube-apiserver")
            .apiServer();
    assertTrue(server.audited());
    assertEquals("Metadata", level(server, "read a secret"));
    assertEquals("Metadata", level(server, "open a shell"));
    assertEquals("Request", level(server, "read a config map"));
    assertEquals("Request", level(server, "grant a role"));
    assertEquals("None", level(server, "change a cluster role"));
  }

  private static String level(ApiServer server, String request) {
    return server.auditLevels().stream()
        .filter(level -> level.request().equals(request))
        .map(AuditLevel::level)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void factsDoNotDependOnTheOrderOfObjects() {
    String all =
        Given.pod("kube-apiserver", "a", "kube-apiserver", "--profiling=false")
            + Given.pod("kube-apiserver", "b", "kube-apiserver")
            + Given.pod("etcd", "e", "etcd", "--trusted-ca-file=/x")
            + EKS_NODE
            + K3S_NODE.replace("name: n", "name: m");
    AddedFacts expected = Given.yaml(all).added();
    for (long seed = 0; seed < 50; seed++) {
      assertEquals(expected, Given.yaml(all).shuffled(seed).added());
    }
  }
}
