package org.safeguard.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safeguard.model.fact.Identity;
import org.safeguard.model.fact.Power;
import org.safeguard.model.fact.UnknownEvidenceException;
import org.safeguard.model.snapshot.Coverage;

final class EffectiveAccessTest {

  private static final String ROLE_BINDINGS = "RoleBinding.rbac.authorization.k8s.io";

  private static String role(String name, String rules) {
    return "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: %s}\nrules: [%s]\n---\n"
        .formatted(name, rules);
  }

  private static String bound(String role, String subject) {
    return "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: %s-b}\nroleRef: {kind: ClusterRole, name: %s}\nsubjects: [%s]\n---\n"
        .formatted(role, role, subject);
  }

  private static String account(String namespace, String name) {
    return "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: %s, namespace: %s}\n---\n"
        .formatted(name, namespace);
  }

  private static final String ADMIN =
      role("all", "{apiGroups: [\"*\"], resources: [\"*\"], verbs: [\"*\"]}")
          + bound("all", "{kind: ServiceAccount, name: operator, namespace: ops}")
          + account("ops", "operator");
  private static final String ALICE = "{kind: User, name: alice}";

  private static List<String> steps(String yaml, String user) {
    return Given.yaml(yaml)
        .access()
        .chain(SubjectKey.named(user))
        .filter(chain -> chain.doubt().isEmpty())
        .map(chain -> chain.steps().stream().map(Chain.Step::words).toList())
        .orElse(List.of());
  }

  @Test
  void issuingTokensLeadsToTheAccountAndItsRights() {
    String yaml =
        ADMIN
            + role(
                "tokens",
                "{apiGroups: [\"\"], resources: [serviceaccounts/token], verbs: [create]}")
            + bound("tokens", ALICE);

    assertEquals(
        List.of(
            "may issue tokens of service accounts in every namespace (ClusterRoleBinding tokens-b"
                + " → ClusterRole tokens)",
            "acts as ServiceAccount ops/operator",
            "may do everything in the whole cluster (ClusterRoleBinding all-b → ClusterRole all)"),
        steps(yaml, "alice"));
  }

  /// One rule, and whether it leads to every right in a cluster with one administrator's account.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | pods | create | true",
        "apps | deployments | update | true",
        "batch | cronjobs | create | true",
        "'' | serviceaccounts | impersonate | true",
        "admissionregistration.k8s.io | mutatingwebhookconfigurations | patch | true",
        "rbac.authorization.k8s.io | clusterroles | 'escalate, update' | true",
        "rbac.authorization.k8s.io | clusterroles | escalate | false",
        "rbac.authorization.k8s.io | clusterroles | update | false",
        "rbac.authorization.k8s.io | 'clusterroles, clusterrolebindings' | 'bind, create' | true",
        "rbac.authorization.k8s.io | clusterrolebindings | create | false",
        "rbac.authorization.k8s.io | 'clusterroles, rolebindings' | 'bind, create' | true",
        "'' | 'users, groups' | impersonate | true",
        "'' | groups | impersonate | false",
        "'' | 'secrets' | 'create, get' | true",
        "'' | secrets | get | false",
        "'' | pods/exec | create | false",
        "'' | configmaps | update | false",
        "'' | pods | 'get, list, watch' | false",
      })
  void rightsLeadOnOrDoNot(String group, String resources, String verbs, boolean leads) {
    String yaml =
        ADMIN
            + role(
                "some",
                "{apiGroups: [\"%s\"], resources: [%s], verbs: [%s]}"
                    .formatted(group, resources, verbs))
            + bound("some", ALICE);

    assertEquals(leads, !steps(yaml, "alice").isEmpty());
  }

  @Test
  void aRoleBindingOfAClusterRoleCountsInItsNamespaceOnly() {
    String pods = role("pods", "{apiGroups: [\"\"], resources: [pods], verbs: [create]}");
    String binding =
        "apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: b, namespace: %s}\nroleRef: {kind: ClusterRole, name: pods}\nsubjects: [{kind: User, name: alice}]\n---\n";

    assertTrue(steps(ADMIN + pods + binding.formatted("clinic"), "alice").isEmpty());
    assertFalse(steps(ADMIN + pods + binding.formatted("ops"), "alice").isEmpty());
  }

  @Test
  void rightsOfSeveralAccountsComplementEachOther() {
    String certificates = "certificates.k8s.io";
    String yaml =
        role("tokens", "{apiGroups: [\"\"], resources: [serviceaccounts/token], verbs: [create]}")
            + bound("tokens", ALICE)
            + role(
                "ask",
                "{apiGroups: [%s], resources: [certificatesigningrequests], verbs: [create]}"
                    .formatted(certificates))
            + bound("ask", "{kind: ServiceAccount, name: asks, namespace: a}")
            + role(
                "approve",
                "{apiGroups: [%s], resources: [certificatesigningrequests/approval], verbs: [update]}, {apiGroups: [%s], resources: [signers], verbs: [approve]}"
                    .formatted(certificates, certificates))
            + bound("approve", "{kind: ServiceAccount, name: approves, namespace: b}")
            + role("all", "{apiGroups: [\"*\"], resources: [\"*\"], verbs: [\"*\"]}")
            + bound("all", "{kind: User, name: root}")
            + account("a", "asks")
            + account("b", "approves");

    List<String> steps = steps(yaml, "alice");

    assertEquals(3, steps.size(), steps.toString());
    assertTrue(steps.getFirst().startsWith("with the rights of those it can act as, may request"));
    assertEquals("acts as User root", steps.get(1));
    assertTrue(steps(yaml, "a/asks").isEmpty());
  }

  @Test
  void whatWasFoundIsCertainAndTheRestUnknown() {
    String yaml =
        role("reader", "{apiGroups: [\"\"], resources: [secrets], verbs: [list]}")
            + bound("reader", ALICE);
    Identity alice =
        Given.yaml(yaml).with(ROLE_BINDINGS, Coverage.FORBIDDEN).identity("User", "alice");
    Power found = alice.powers().getFirst();
    Power rest = alice.powers().getLast();

    assertEquals("read-secrets", found.name());
    assertTrue(found.clusterWide());
    assertThrows(UnknownEvidenceException.class, rest::name);
    assertThrows(UnknownEvidenceException.class, alice::clusterAdmin);
    assertThrows(UnknownEvidenceException.class, alice::whole);
    assertFalse(alice.allPowerful());
  }

  @Test
  void aPartOfKubernetesIsBuiltInUntilSomebodyGivesItMore() {
    String own =
        "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: \"system:kube-scheduler\", labels: {kubernetes.io/bootstrapping: rbac-defaults}}\nroleRef: {kind: ClusterRole, name: \"system:kube-scheduler\"}\nsubjects: [{kind: User, name: \"system:kube-scheduler\"}]\n---\n"
            + role(
                "\"system:kube-scheduler\"",
                "{apiGroups: [\"\"], resources: [pods], verbs: [get]}");
    String more =
        role("more", "{apiGroups: [\"\"], resources: [secrets], verbs: [get]}")
            + bound("more", "{kind: User, name: \"system:kube-scheduler\"}");

    assertTrue(Given.yaml(own).identity("User", "system:kube-scheduler").builtIn());
    assertFalse(Given.yaml(own + more).identity("User", "system:kube-scheduler").builtIn());
  }

  @Test
  void aggregatedRolesOfManifestsGatherTheirRulesThroughOthers() {
    String yaml =
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: top}
        aggregationRule: {clusterRoleSelectors: [{matchLabels: {to: top}}]}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: middle, labels: {to: top}}
        aggregationRule: {clusterRoleSelectors: [{matchExpressions: [{key: to, operator: In, values: [middle]}]}]}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: leaf, labels: {to: middle}}
        rules: [{apiGroups: [""], resources: [secrets], verbs: [get]}]
        ---
        """
            + bound("top", ALICE);

    assertEquals(
        List.of("may read secrets in every namespace (ClusterRoleBinding top-b → ClusterRole top)"),
        Given.yaml(yaml).access().notable(SubjectKey.named("alice")));
  }

  @Test
  void aBoundAccountThatIsNotThereDoesNotExist() {
    String yaml =
        role("reader", "{apiGroups: [\"\"], resources: [secrets], verbs: [list]}")
            + bound("reader", "{kind: ServiceAccount, name: gone, namespace: a}");

    assertFalse(Given.yaml(yaml).identity("ServiceAccount", "gone").exists());
    assertThrows(
        UnknownEvidenceException.class,
        Given.yaml(yaml)
                .with("ServiceAccount", Coverage.FORBIDDEN)
                .identity("ServiceAccount", "gone")
            ::exists);
  }
}
