package org.safeguard.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.GatewayListener;
import org.safeguard.model.fact.PolicyEffect;
import org.safeguard.model.fact.Publication;
import org.safeguard.model.fact.Reachability;
import org.safeguard.model.fact.UnknownEvidenceException;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.ResourceType;

final class ReachabilityFactsTest {

  private static final String[] TYPES = {
    "Pod",
    "Namespace",
    "Service",
    "Node",
    "NetworkPolicy.networking.k8s.io",
    "Ingress.networking.k8s.io",
    "AdminNetworkPolicy.policy.networking.k8s.io",
    "BaselineAdminNetworkPolicy.policy.networking.k8s.io",
    "CustomResourceDefinition.apiextensions.k8s.io"
  };

  private static final String DEFINITION =
      """
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      metadata: {name: adminnetworkpolicies.policy.networking.k8s.io}
      spec: {group: policy.networking.k8s.io, names: {kind: AdminNetworkPolicy}}
      """;

  /// Whether an answer is the one that a rule would pass on.
  private static final Map<String, Function<Reachability, Boolean>> GOOD = new LinkedHashMap<>();

  static {
    GOOD.put("strangers", fact -> fact.strangers().isEmpty());
    GOOD.put("fromNamespaces", fact -> fact.fromNamespaces().isEmpty());
    GOOD.put("fromWorkloads", fact -> fact.fromWorkloads() == 0);
    GOOD.put("fromInternet", fact -> !fact.fromInternet());
    GOOD.put("waysIn", fact -> fact.waysIn().isEmpty());
    GOOD.put("toInternet", fact -> !fact.toInternet());
    GOOD.put("toMetadata", fact -> !fact.toMetadata());
    GOOD.put("toNodes", fact -> !fact.toNodes());
    GOOD.put("toApiServer", fact -> !fact.toApiServer());
  }

  private static String pod(String namespace, String name, String more) {
    return """
    apiVersion: v1
    kind: Pod
    metadata: {name: %s, namespace: %s, labels: {app: %s%s}}
    spec: {containers: [{name: c, image: %s}]}
    ---
    """
        .formatted(name, namespace, name, more, name);
  }

  private static final String EPHI = ", safeguard.hipaa/ephi: maintains";

  private static String policy(String rules) {
    return """
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: {name: records, namespace: records}
    spec: {podSelector: {}, %s}
    ---
    """
        .formatted(rules);
  }

  private static Reachability reachability(Given given, String name) {
    return given.facts(Reachability.class).stream()
        .filter(fact -> fact.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Cause.Code unknown(Runnable answer) {
    return assertThrows(UnknownEvidenceException.class, answer::run).evidenceCause().code();
  }

  @Test
  void everybodyMayConnectWithoutPolicies() {
    Reachability fact =
        reachability(
            Given.yaml(
                    pod("records", "db", EPHI)
                        + pod("portal", "web", "")
                        + pod("records", "api", EPHI))
                .with(Coverage.CAPTURED, TYPES),
            "db");
    assertEquals("maintains", fact.ephi());
    assertEquals(List.of("db"), fact.images());
    assertFalse(fact.ingressHeld());
    assertFalse(fact.egressHeld());
    assertEquals(2, fact.fromWorkloads());
    assertEquals(List.of("portal"), fact.fromNamespaces());
    assertEquals(List.of("Pod portal/web"), fact.strangers());
    assertTrue(fact.fromInternet());
    assertTrue(fact.toInternet());
    assertTrue(fact.toMetadata());
    assertTrue(fact.toNodes());
    assertTrue(fact.toApiServer());
    assertEquals(List.of(), fact.waysIn());
    assertEquals(List.of(), fact.policies());
  }

  @Test
  void policiesAreNamedAndWhatTheyCloseIsClosed() {
    Reachability fact =
        reachability(
            Given.yaml(
                    pod("records", "db", EPHI)
                        + pod("portal", "web", "")
                        + policy(
                            "policyTypes: [Ingress, Egress], egress: [{to: [{ipBlock: {cidr: 169.254.0.0/16}}]}]"))
                .with(Coverage.CAPTURED, TYPES),
            "db");
    assertTrue(fact.ingressHeld());
    assertTrue(fact.egressHeld());
    assertEquals(List.of("NetworkPolicy records/records"), fact.policies());
    assertEquals(0, fact.fromWorkloads());
    assertEquals(List.of(), fact.strangers());
    assertFalse(fact.fromInternet());
    assertFalse(fact.toInternet());
    assertTrue(fact.toMetadata());
    assertEquals(Cause.Code.UNRESOLVED, unknown(fact::toNodes));
    assertEquals("/spec", fact.provenance().readings("strangers").getFirst().pointer().text());
  }

  @Test
  void policiesOfOtherInterfacesThatNobodyCapturedLeaveItOpenWhetherNobodyConnects() {
    Reachability fact =
        reachability(
            Given.yaml(pod("records", "db", EPHI) + policy("policyTypes: [Ingress, Egress]"))
                .with(Coverage.CAPTURED, "Pod", "Namespace"),
            "db");
    assertEquals(Cause.Code.NOT_CAPTURED, unknown(fact::fromInternet));
    assertEquals(Cause.Code.NOT_CAPTURED, unknown(fact::strangers));
    assertEquals(Cause.Code.NOT_CAPTURED, unknown(fact::toInternet));
  }

  @Test
  void forbiddenPoliciesLeaveEverythingOpen() {
    Reachability fact =
        reachability(
            Given.yaml(pod("records", "db", EPHI))
                .with(Coverage.FORBIDDEN, "NetworkPolicy.networking.k8s.io"),
            "db");
    for (Function<Reachability, Boolean> answer : GOOD.values()) {
      assertThrows(UnknownEvidenceException.class, () -> answer.apply(fact));
    }
    assertEquals(Cause.Code.FORBIDDEN, unknown(fact::ingressHeld));
  }

  @Test
  void policiesDoNotDecideForTheHostNetwork() {
    String host =
        "apiVersion: v1\nkind: Pod\nmetadata: {name: host, namespace: a}\nspec: {hostNetwork: true}\n";
    Reachability fact = reachability(Given.yaml(host).with(Coverage.CAPTURED, TYPES), "host");
    assertTrue(fact.hostNetwork());
    assertEquals(Cause.Code.UNRESOLVED, unknown(fact::fromInternet));
  }

  @Test
  void aPolicyThatCannotBeStatedIsNamedAndLeavesItsNamespaceOpen() {
    String antrea =
        "apiVersion: crd.antrea.io/v1beta1\nkind: NetworkPolicy\nmetadata: {name: more, namespace: records}\n---\n";
    Given given =
        Given.yaml(pod("records", "db", EPHI) + antrea + pod("portal", "web", ""))
            .with(Coverage.CAPTURED, TYPES);
    Reachability fact = reachability(given, "db");
    assertEquals(List.of("NetworkPolicy records/more"), fact.unstatedPolicies());
    assertEquals(Cause.Code.UNRESOLVED, unknown(fact::fromInternet));
    assertTrue(reachability(given, "web").fromInternet());
    PolicyEffect effect = given.facts(PolicyEffect.class).getFirst();
    assertFalse(effect.stated());
    assertFalse(effect.core());
    assertEquals(Cause.Code.UNRESOLVED, unknown(effect::workloads));
  }

  @Test
  void effectsOfPoliciesAreCounted() {
    PolicyEffect effect =
        Given.yaml(
                pod("records", "db", "")
                    + policy(
                        "ingress: [{from: [{namespaceSelector: {}}]}, {from: [{podSelector: {}}, {podSelector: {matchLabels: {app: gone}}}]}]"))
            .with(Coverage.CAPTURED, TYPES)
            .facts(PolicyEffect.class)
            .getFirst();
    assertTrue(effect.core());
    assertEquals(1, effect.workloads());
    assertEquals(List.of("ingress[1].from[1]"), effect.emptyPeers());
    assertTrue(effect.admitsEveryNamespace());
  }

  @Test
  void publicationsAndListenersSayWhatTheySpeak() {
    Given given =
        Given.yaml(
            """
            apiVersion: gateway.networking.k8s.io/v1
            kind: Gateway
            metadata: {name: g, namespace: a}
            spec: {listeners: [{name: plain, port: 80, protocol: HTTP}, {name: tls, port: 443, protocol: HTTPS}]}
            ---
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata: {name: r, namespace: a}
            spec: {parentRefs: [{name: g, sectionName: plain}], rules: [{backendRefs: [{name: gone, port: 80}]}]}
            """);
    Publication route = given.facts(Publication.class).getFirst();
    assertFalse(route.encrypted());
    assertEquals(Cause.Code.NOT_CAPTURED, unknown(route::missingBackends));
    List<GatewayListener> listeners = given.facts(GatewayListener.class);
    assertEquals(List.of(false, true), listeners.stream().map(GatewayListener::encrypted).toList());
    assertFalse(listeners.getFirst().redirects());
  }

  @Test
  void withATypeRemovedNoAnswerBecomesGood() {
    for (int seed = 0; seed < 60; seed++) {
      Given whole =
          new RandomCluster(new Random(seed)).given(DEFINITION).with(Coverage.CAPTURED, TYPES);
      Map<String, String> before = answers(whole);
      for (String type : TYPES) {
        Map<String, String> after = answers(whole.without(ResourceType.of(type)));
        for (Map.Entry<String, String> answer : after.entrySet()) {
          if (answer.getValue().equals("good")) {
            assertEquals(
                before.get(answer.getKey()),
                "good",
                "seed %d without %s: %s".formatted(seed, type, answer.getKey()));
          }
        }
      }
    }
  }

  private static Map<String, String> answers(Given given) {
    Map<String, String> answers = new LinkedHashMap<>();
    for (Reachability fact : given.facts(Reachability.class)) {
      GOOD.forEach(
          (name, good) -> {
            String answer;
            try {
              answer = good.apply(fact) ? "good" : "bad";
            } catch (UnknownEvidenceException _) {
              answer = "unknown";
            }
            answers.put(fact.namespace() + "/" + fact.name() + " " + name, answer);
          });
    }
    return answers;
  }
}
