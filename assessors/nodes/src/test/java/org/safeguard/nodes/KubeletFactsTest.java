package org.safeguard.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Kubelet;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.fact.UnknownEvidenceException;

class KubeletFactsTest {

  private static final String NODE =
      """
      apiVersion: v1
      kind: Node
      metadata: {name: ward-1}
      """;
  private static final String CONFIG_MAP =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: kubelet-config, namespace: kube-system}
      data:
        kubelet: |
          kind: KubeletConfiguration
          readOnlyPort: 10255
      """;
  private static final String CONFIGZ =
      """
      apiVersion: kubelet.config.k8s.io/v1beta1
      kind: KubeletConfiguration
      metadata: {name: ward-1}
      readOnlyPort: 0
      """;

  private static String source(Given given) {
    return given.facts(Kubelet.class).stream().map(Kubelet::source).toList().toString();
  }

  @Test
  void theKubeletsOwnAnswerIsBetterThanTheSharedConfigMap() {
    Given given = Given.yaml(NODE).and(CONFIG_MAP).from("hosts/ward-1/configz.json").and(CONFIGZ);

    assertEquals("[configz]", source(given));
    assertEquals(List.of("ward-1"), given.facts(Kubelet.class).getFirst().nodes());
  }

  @Test
  void theConfigMapSpeaksForTheNodesThatAreLeft() {
    Given given =
        Given.yaml(NODE)
            .and("{apiVersion: v1, kind: Node, metadata: {name: ward-2}}")
            .and(CONFIG_MAP)
            .from("hosts/ward-1/configz.json")
            .and(CONFIGZ);

    assertEquals("[config-map, configz]", source(given));
    assertEquals(List.of("ward-2"), given.facts(Kubelet.class).getFirst().nodes());
    assertFalse(given.facts().gaps().containsKey("Kubelet"));
  }

  @Test
  void aValueOutOfATextIsShownWithItsNameAtTheText() {
    Kubelet kubelet = Given.yaml(CONFIG_MAP).facts(Kubelet.class).getFirst();
    Reading reading = kubelet.provenance().readings("readOnlyPort").getFirst();

    assertEquals(10255, kubelet.readOnlyPort());
    assertEquals("/data/kubelet", reading.pointer().text());
    assertEquals("readOnlyPort: 10255", reading.observed());
    assertEquals(
        "authentication.anonymous.enabled: absent (default: false)",
        kubelet.provenance().readings("anonymousAuthentication").getFirst().observed());
  }

  @Test
  void theNewestOfSeveralConfigMapsCounts() {
    Given given =
        Given.yaml(CONFIG_MAP.replace("kubelet-config", "kubelet-config-1.9"))
            .and(CONFIG_MAP.replace("kubelet-config", "kubelet-config-1.21").replace("10255", "0"));

    assertEquals(
        List.of("kubelet-config-1.21"),
        given.facts(Kubelet.class).stream().map(Kubelet::name).toList());
  }

  @Test
  void argumentsOfK3sAreOverlaidOnItsOwn() {
    Given given =
        Given.yaml(
            """
            apiVersion: v1
            kind: Node
            metadata:
              name: ward-1
              annotations:
                k3s.io/node-args: '["agent","--kubelet-arg","anonymous-auth=true","--kubelet-arg=pod-max-pids=4096"]'
            """);
    Kubelet kubelet = given.facts(Kubelet.class).getFirst();

    assertTrue(kubelet.anonymousAuthentication());
    assertEquals(4096, kubelet.podPidsLimit());
    assertEquals("/var/lib/rancher/k3s/agent/client-ca.crt", kubelet.clientCaFile());
    assertThrows(UnknownEvidenceException.class, kubelet::rotatesClientCertificate);
  }

  @Test
  void argumentsThatNameAFileHideTheConfiguration() {
    Given given =
        Given.yaml(
            """
            apiVersion: v1
            kind: Node
            metadata:
              name: ward-1
              annotations: {k3s.io/node-args: '["agent","--kubelet-arg","config=/etc/kubelet.yaml"]'}
            """);

    assertEquals("[]", source(given));
    assertEquals(Cause.Code.NOT_CAPTURED, given.facts().gaps().get("Kubelet").code());
  }

  @Test
  void theCurrentMachineConfigOfANodeIsDecoded() {
    Given given =
        Given.yaml(
                """
                apiVersion: v1
                kind: Node
                metadata:
                  name: ward-1
                  annotations: {machineconfiguration.openshift.io/currentConfig: rendered-worker-1}
                """)
            .and(
                """
                apiVersion: machineconfiguration.openshift.io/v1
                kind: MachineConfig
                metadata: {name: rendered-worker-1}
                spec:
                  config:
                    storage:
                      files:
                        - path: /etc/kubernetes/kubelet.conf
                          contents: {source: 'data:,kind%3A%20KubeletConfiguration%0AseccompDefault%3A%20true%0A'}
                    systemd:
                      units: [{name: kubelet.service, contents: 'ExecStart=kubelet --hostname-override=records'}]
                """);
    Kubelet kubelet = given.facts(Kubelet.class).getFirst();

    assertEquals("machine-config", kubelet.source());
    assertTrue(kubelet.seccompDefault());
    assertEquals("records", kubelet.hostnameOverride());
  }

  @Test
  void aManagedNodeIsTheProvidersToAnswerFor() {
    Given given =
        Given.yaml(
            """
            apiVersion: v1
            kind: Node
            metadata: {name: ward-1, labels: {cloud.google.com/gke-nodepool: wards}}
            """);

    assertEquals(Cause.Code.PROVIDER_MANAGED, given.facts().gaps().get("Kubelet").code());
  }

  @Test
  void textThatIsNoConfigurationIsNone() {
    assertEquals("[]", source(Given.yaml(CONFIG_MAP.replace("kind: Kubelet", "- kind: ["))));
  }

  @Test
  void suitesWithoutForwardSecrecyAreWeak() {
    assertTrue(KubeletFacts.weak("TLS_RSA_WITH_AES_128_GCM_SHA256"));
    assertTrue(KubeletFacts.weak("TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA"));
    assertTrue(KubeletFacts.weak("TLS_ECDHE_RSA_WITH_RC4_128_SHA"));
    assertFalse(KubeletFacts.weak("TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"));
    assertFalse(KubeletFacts.weak("TLS_AES_128_GCM_SHA256"));
  }

  @Test
  void dataUrlsAreDecodedInBothForms() {
    assertEquals("a: 1+1", KubeletSources.decoded("data:,a%3A%201+1").orElseThrow());
    assertEquals("a: 1", KubeletSources.decoded("data:;base64,YTogMQ==").orElseThrow());
    assertTrue(KubeletSources.decoded("data:,%zz").isEmpty());
    assertTrue(KubeletSources.decoded("https://example/x").isEmpty());
  }
}
