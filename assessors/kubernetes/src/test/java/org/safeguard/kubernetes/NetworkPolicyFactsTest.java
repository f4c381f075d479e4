package org.safeguard.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.IpBlock;
import org.safeguard.model.fact.Namespace;
import org.safeguard.model.fact.NetworkPolicy;
import org.safeguard.model.fact.UnknownEvidenceException;
import org.safeguard.model.fact.Workload;
import org.safeguard.model.snapshot.Coverage;

class NetworkPolicyFactsTest {

  private static final String BASE =
      """
      {apiVersion: v1, kind: Namespace, metadata: {name: clinic}}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: clinic, labels: {app: web, tier: front}}
      """;

  private static Facts with(String... specs) {
    StringBuilder yaml = new StringBuilder(BASE);
    for (int i = 0; i < specs.length; i++) {
      yaml.append(
          "---\n{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p%d,"
                  .formatted(i)
              + " namespace: clinic}, spec: "
              + specs[i]
              + "}\n");
    }
    return Given.yaml(yaml.toString()).facts();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // spec                                                 | all  | ingress r/a/d     | egress
        // r/a/d
        "{podSelector: {}}                                      | true | true false true   | false false false",
        "{}                                                     | true | true false true   | false false false",
        "{podSelector: {matchLabels: {app: x}}}                 | false| true false true   | false false false",
        "{podSelector: {}, ingress: []}                         | true | true false true   | false false false",
        "{podSelector: {}, ingress: [{}]}                       | true | true true false   | false false false",
        "{podSelector: {}, ingress: [{from: [], ports: []}]}    | true | true true false   | false false false",
        "{podSelector: {}, ingress: [{ports: [{port: 80}]}]}    | true | true false false  | false false false",
        "{podSelector: {}, ingress: [{from: [{podSelector: {}}]}]} | true | true false false | false false false",
        "{podSelector: {}, egress: [{}]}                        | true | true false true   | true true false",
        "{podSelector: {}, egress: []}                          | true | true false true   | false false false",
        "{podSelector: {}, policyTypes: []}                     | true | true false true   | false false false",
        "{podSelector: {}, policyTypes: [Egress]}               | true | false false false | true false true",
        "{podSelector: {}, policyTypes: [Egress], ingress: [{}]}| true | false false false | true false true",
        "{podSelector: {}, policyTypes: [Ingress, Egress]}      | true | true false true   | true false true"
      })
  void theDefaultsOfPolicyTypesAndEmptyRulesAreExact(
      String spec, boolean all, String ingress, String egress) {
    NetworkPolicy policy = with(spec).networkPolicies().getFirst();

    assertEquals(all, policy.selectsAllPods());
    assertEquals(
        ingress,
        policy.restrictsIngress()
            + " "
            + policy.allowsAllIngress()
            + " "
            + policy.deniesAllIngress());
    assertEquals(
        egress,
        policy.restrictsEgress() + " " + policy.allowsAllEgress() + " " + policy.deniesAllEgress());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                                    | true",
        "{matchLabels: {app: web}}                                             | true",
        "{matchLabels: {app: web, tier: front}}                                | true",
        "{matchLabels: {app: web, tier: back}}                                 | false",
        "{matchLabels: {app: api}}                                             | false",
        "{matchExpressions: [{key: app, operator: In, values: [web, api]}]}    | true",
        "{matchExpressions: [{key: app, operator: In, values: [api]}]}         | false",
        "{matchExpressions: [{key: app, operator: NotIn, values: [api]}]}      | true",
        "{matchExpressions: [{key: none, operator: NotIn, values: [api]}]}     | true",
        "{matchExpressions: [{key: app, operator: NotIn, values: [web]}]}      | false",
        "{matchExpressions: [{key: app, operator: Exists}]}                    | true",
        "{matchExpressions: [{key: none, operator: Exists}]}                   | false",
        "{matchExpressions: [{key: none, operator: DoesNotExist}]}             | true",
        "{matchExpressions: [{key: app, operator: DoesNotExist}]}              | false",
        "{matchLabels: {app: web}, matchExpressions: [{key: app, operator: DoesNotExist}]} | false"
      })
  void selectorsMatchAsKubernetesDoes(String selector, boolean selected) {
    Facts facts = with("{podSelector: " + selector + ", policyTypes: [Ingress, Egress]}");
    Workload workload = facts.workloads().getFirst();

    assertEquals(selected ? List.of("p0") : List.of(), workload.ingressPolicies());
    assertEquals(selected ? List.of("p0") : List.of(), workload.egressPolicies());
    if (selected) {
      assertEquals(List.of("Pod/web"), facts.networkPolicies().getFirst().workloads());
    }
  }

  @Test
  void aSelectorThatCannotBeReadHidesWhatItSelects() {
    Facts facts =
        with("{podSelector: {matchExpressions: [{key: app, operator: Like, values: [x]}]}}");
    Workload workload = facts.workloads().getFirst();

    assertEquals(
        Cause.Code.MALFORMED, workload.provenance().unknown().get("ingressPolicies").code());
    assertThrows(
        UnknownEvidenceException.class, () -> facts.networkPolicies().getFirst().workloads());
  }

  @Test
  void withoutTheTypeNobodyKnowsWhatRestricts() {
    Workload workload = Given.yaml(BASE).workload();
    Cause cause =
        new Cause(
            Cause.Code.NOT_CAPTURED,
            "network policies are not in this snapshot; capture networkpolicies.networking.k8s.io");

    assertEquals(cause, workload.provenance().unknown().get("ingressPolicies"));
    assertEquals(cause, workload.provenance().unknown().get("egressPolicies"));
    assertEquals(
        Cause.Code.FORBIDDEN,
        Given.yaml(BASE)
            .with(Coverage.FORBIDDEN, "NetworkPolicy.networking.k8s.io")
            .workload()
            .provenance()
            .unknown()
            .get("ingressPolicies")
            .code());
    assertEquals(
        List.of(),
        Given.yaml(BASE)
            .with(Coverage.CAPTURED, "NetworkPolicy.networking.k8s.io")
            .workload()
            .ingressPolicies());
  }

  @Test
  void partOfAListProvesPresenceButNotAbsence() {
    String policy =
        "---\n{apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: {name: p, namespace:"
            + " clinic}}";
    Workload workload =
        Given.yaml(BASE + policy)
            .with(Coverage.PARTIAL, "NetworkPolicy.networking.k8s.io")
            .workload();

    assertEquals(List.of("p"), workload.ingressPolicies());
    assertThrows(UnknownEvidenceException.class, workload::egressPolicies);
  }

  @Test
  void aNamespaceDeniesByDefaultWhenEveryPodIsRestrictedAndNothingOpensItAgain() {
    assertTrue(namespace("{podSelector: {}}").defaultDenyIngress());
    assertFalse(namespace("{podSelector: {}}").defaultDenyEgress());
    assertTrue(
        namespace("{podSelector: {}, ingress: [{from: [{podSelector: {}}]}]}")
            .defaultDenyIngress());
    assertFalse(namespace("{podSelector: {}, ingress: [{}]}").defaultDenyIngress());
    assertFalse(namespace("{podSelector: {matchLabels: {a: b}}}").defaultDenyIngress());
    assertFalse(
        namespace("{podSelector: {}}", "{podSelector: {}, ingress: [{}]}").defaultDenyIngress());
    assertTrue(namespace("{podSelector: {}, policyTypes: [Egress, Ingress]}").defaultDenyEgress());
  }

  private static Namespace namespace(String... specs) {
    return with(specs).namespaces().getFirst();
  }

  @Test
  void addressRangesAreRead() {
    NetworkPolicy policy =
        with("{ingress: [{from: [{ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8]}}]}], egress:"
                + " [{to: [{ipBlock: {cidr: 1.2.3.4/32}}]}]}")
            .networkPolicies()
            .getFirst();

    assertEquals(
        List.of(
            new IpBlock("0.0.0.0/0", List.of("10.0.0.0/8"), "Ingress", policy.provenance()),
            new IpBlock("1.2.3.4/32", List.of(), "Egress", policy.provenance())),
        policy.ipBlocks());
  }
}
