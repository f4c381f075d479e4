package org.safeguard.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.safeguard.model.fact.Binding;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.PolicyRule;
import org.safeguard.model.fact.ServiceAccount;
import org.safeguard.model.fact.Subject;
import org.safeguard.model.fact.UnknownEvidenceException;
import org.safeguard.model.fact.Workload;
import org.safeguard.model.snapshot.Coverage;

class AccessFactsTest {

  private static final String RBAC = ".rbac.authorization.k8s.io";

  private static final String BASE =
      """
      {apiVersion: v1, kind: ServiceAccount, metadata: {name: app, namespace: clinic}}
      ---
      apiVersion: v1
      kind: Pod
      metadata: {name: web, namespace: clinic}
      spec: {serviceAccountName: app}
      ---
      """;

  private static final String ROLE =
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata: {name: reader, namespace: clinic}
      rules:
      - {apiGroups: [""], resources: [pods], verbs: [get, list]}
      ---
      """;

  private static String binding(String kind, String roleKind, String role, String subject) {
    String namespace = kind.startsWith("Cluster") ? "" : ", namespace: clinic";
    return """
    apiVersion: rbac.authorization.k8s.io/v1
    kind: %s
    metadata: {name: b%s}
    roleRef: {apiGroup: rbac.authorization.k8s.io, kind: %s, name: "%s"}
    subjects: [%s]
    """
        .formatted(kind, namespace, roleKind, role, subject);
  }

  private static Given given(String yaml) {
    return Given.yaml(BASE + yaml)
        .with(
            Coverage.CAPTURED,
            "Role" + RBAC,
            "ClusterRole" + RBAC,
            "RoleBinding" + RBAC,
            "ClusterRoleBinding" + RBAC);
  }

  private static final String APP = "{kind: ServiceAccount, name: app, namespace: clinic}";

  @Test
  void aWorkloadMayDoWhatIsBoundToItsServiceAccount() {
    Facts facts = given(ROLE + binding("RoleBinding", "Role", "reader", APP)).facts();
    Workload workload = facts.workloads().getFirst();
    ServiceAccount account = facts.serviceAccounts().getFirst();
    Binding binding = facts.bindings().getFirst();
    List<PolicyRule> rules =
        List.of(
            new PolicyRule(
                List.of("get", "list"),
                List.of(""),
                List.of("pods"),
                List.of(),
                List.of(),
                account.provenance()));

    assertEquals(rules, workload.serviceAccountRules());
    assertFalse(workload.clusterAdmin());
    assertEquals(
        "/roleRef:17 Role/reader", Given.read(workload.provenance(), "serviceAccountRules"));
    assertEquals(rules, account.rules());
    assertEquals(List.of("RoleBinding/b"), account.bindings());
    assertEquals(List.of("Pod/web"), account.workloads());
    assertEquals(rules, binding.rules());
    assertTrue(binding.roleExists());
    assertEquals(
        List.of(new Subject("ServiceAccount", "app", "clinic", true, account.provenance())),
        binding.subjects());
    assertEquals(List.of("RoleBinding/clinic/b"), facts.roles().getFirst().bindings());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{kind: ServiceAccount, name: app, namespace: clinic}",
        "{kind: User, name: 'system:serviceaccount:clinic:app'}",
        "{kind: Group, name: 'system:serviceaccounts'}",
        "{kind: Group, name: 'system:serviceaccounts:clinic'}",
        "{kind: Group, name: 'system:authenticated'}"
      })
  void everySubjectThatIncludesTheAccountCounts(String subject) {
    Workload workload =
        given(binding("ClusterRoleBinding", "ClusterRole", "cluster-admin", subject)).workload();

    assertTrue(workload.clusterAdmin());
    assertEquals(List.of("*"), workload.serviceAccountRules().getFirst().verbs());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{kind: ServiceAccount, name: app, namespace: other}",
        "{kind: ServiceAccount, name: other, namespace: clinic}",
        "{kind: User, name: app}",
        "{kind: Group, name: 'system:serviceaccounts:other'}",
        "{kind: Group, name: 'system:unauthenticated'}"
      })
  void otherSubjectsDoNot(String subject) {
    Workload workload =
        given(binding("ClusterRoleBinding", "ClusterRole", "cluster-admin", subject)).workload();

    assertFalse(workload.clusterAdmin());
    assertEquals(List.of(), workload.serviceAccountRules());
  }

  @Test
  void clusterAdminWithinOneNamespaceIsNotClusterAdmin() {
    Workload workload =
        given(binding("RoleBinding", "ClusterRole", "cluster-admin", APP)).workload();

    assertFalse(workload.clusterAdmin());
    assertEquals(List.of("*"), workload.serviceAccountRules().getFirst().resources());
  }

  @Test
  void everyVerbOnEverythingIsClusterAdminUnderAnyName() {
    String role =
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: god}
        rules: [{apiGroups: ["*"], resources: ["*"], verbs: ["*"]}]
        ---
        """;

    assertTrue(
        given(role + binding("ClusterRoleBinding", "ClusterRole", "god", APP))
            .workload()
            .clusterAdmin());
  }

  @Test
  void builtInRolesAreKnownWithoutBeingCaptured() {
    Binding view =
        given(binding("RoleBinding", "ClusterRole", "view", APP)).facts().bindings().getFirst();
    Binding edit =
        given(binding("RoleBinding", "ClusterRole", "edit", APP)).facts().bindings().getFirst();

    assertTrue(view.roleExists());
    assertFalse(view.rules().stream().anyMatch(r -> r.resources().contains("secrets")));
    assertTrue(edit.rules().stream().anyMatch(r -> r.resources().contains("secrets")));
  }

  @Test
  void aBindingToAMissingRoleMakesTheRulesUnknown() {
    Facts facts = given(binding("RoleBinding", "Role", "gone", APP)).facts();
    Workload workload = facts.workloads().getFirst();
    Cause cause =
        new Cause(
            Cause.Code.UNRESOLVED, "Role gone is bound but is not in the snapshot; capture it");

    assertEquals(cause, workload.provenance().unknown().get("serviceAccountRules"));
    assertEquals(cause, workload.provenance().unknown().get("clusterAdmin"));
    assertFalse(facts.bindings().getFirst().roleExists());
    assertThrows(UnknownEvidenceException.class, facts.bindings().getFirst()::rules);
  }

  @Test
  void oneBindingProvesClusterAdminWhateverElseIsMissing() {
    Given given =
        Given.yaml(BASE + binding("ClusterRoleBinding", "ClusterRole", "cluster-admin", APP));
    Workload workload = given.workload();

    assertTrue(workload.clusterAdmin());
    assertEquals(List.of("*"), workload.serviceAccountRules().getFirst().verbs());
    PolicyRule rest = workload.serviceAccountRules().getLast();
    assertThrows(UnknownEvidenceException.class, rest::verbs);
  }

  @Test
  void withoutBindingsNobodyKnowsTheRules() {
    Workload workload = Given.yaml(BASE.substring(0, BASE.lastIndexOf("---"))).workload();
    Cause cause =
        new Cause(
            Cause.Code.NOT_CAPTURED,
            "cluster role bindings are not in this snapshot; capture"
                + " clusterrolebindings.rbac.authorization.k8s.io");

    assertEquals(cause, workload.provenance().unknown().get("serviceAccountRules"));
    assertEquals(cause, workload.provenance().unknown().get("clusterAdmin"));
  }

  @Test
  void anAggregatedRoleOfAManifestGathersItsRules() {
    String roles =
        """
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: all}
        aggregationRule: {clusterRoleSelectors: [{matchLabels: {to: all}}]}
        ---
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata: {name: part, labels: {to: all}}
        rules: [{apiGroups: [""], resources: [secrets], verbs: [get]}]
        ---
        """;
    Facts facts = given(roles + binding("RoleBinding", "ClusterRole", "all", APP)).facts();

    assertTrue(facts.roles().getFirst().aggregated());
    assertEquals(List.of("secrets"), facts.roles().getFirst().rules().getFirst().resources());
    assertEquals(
        List.of("secrets"),
        facts.workloads().getFirst().serviceAccountRules().getFirst().resources());
  }

  @Test
  void aRedactedRuleMakesTheRulesUnknown() {
    Workload workload =
        given(
                ROLE.replace("[get, list]", "\"***HIDDEN***\"")
                    + binding("RoleBinding", "Role", "reader", APP))
            .workload();

    for (PolicyRule rule : workload.serviceAccountRules()) {
      assertEquals(Cause.Code.REDACTED, rule.provenance().unknown().get("verbs").code());
    }
  }

  @Test
  void rolesThatKubernetesMakesAreBuiltIn() {
    Facts facts =
        Given.yaml(
                """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata: {name: 'system:node'}
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata: {name: view, labels: {kubernetes.io/bootstrapping: rbac-defaults}}
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata: {name: own}
                """)
            .facts();

    assertEquals(
        List.of("own false", "system:node true", "view true"),
        facts.roles().stream().map(r -> r.name() + " " + r.builtIn()).toList());
  }

  private static String unknownSubject(String yaml) {
    Subject subject =
        Given.yaml(yaml).with(Coverage.CAPTURED, "ServiceAccount").facts().bindings().stream()
            .flatMap(binding -> binding.subjects().stream())
            .findFirst()
            .orElseThrow();
    Cause cause = subject.provenance().unknown().get("exists");
    return cause == null ? String.valueOf(subject.exists()) : cause.detail();
  }

  private static final String NAMELESS =
      "{apiVersion: v1, kind: ServiceAccount, metadata: {name: app}}\n---\n";

  @Test
  void anAccountWhoseManifestNamesNoNamespaceMayBeTheOneThatIsBound() {
    assertEquals(
        "the manifest of service account app names no namespace; render it with one",
        unknownSubject(NAMELESS + binding("RoleBinding", "Role", "reader", APP)));
  }

  @Test
  void anAccountOfANamespaceThatWasNotCapturedIsUnknown() {
    String other = "{kind: ServiceAccount, name: other, namespace: %s}";
    assertEquals(
        "nothing of namespace far is in this snapshot; capture its objects",
        unknownSubject(BASE + binding("RoleBinding", "Role", "reader", other.formatted("far"))));
    assertEquals(
        "false",
        unknownSubject(BASE + binding("RoleBinding", "Role", "reader", other.formatted("clinic"))));
  }

  @Test
  void rightsOfAnAccountWithoutNamespaceAreUnknownWhereABindingNamesOne() {
    Workload workload =
        Given.yaml(
                NAMELESS
                    + "{apiVersion: v1, kind: Pod, metadata: {name: w}, spec: {serviceAccountName:"
                    + " app}}\n---\n"
                    + binding("RoleBinding", "ClusterRole", "cluster-admin", APP))
            .whole()
            .workload();

    assertThrows(UnknownEvidenceException.class, workload::serviceAccountRules);
    assertThrows(UnknownEvidenceException.class, workload::clusterAdmin);
  }
}
