package org.safeguard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AccessCommandTest {

  private static final String CLINIC =
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata: {name: deployer}
      rules: [{apiGroups: [apps], resources: [deployments], verbs: [create, update]}]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata: {name: releases, namespace: operators}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: deployer}
      subjects: [{apiGroup: rbac.authorization.k8s.io, kind: Group, name: releases}]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRole
      metadata: {name: owner}
      rules: [{apiGroups: ["*"], resources: ["*"], verbs: ["*"]}]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata: {name: installer}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: owner}
      subjects: [{kind: ServiceAccount, name: installer, namespace: operators}]
      ---
      apiVersion: v1
      kind: ServiceAccount
      metadata: {name: installer, namespace: operators}
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata: {name: config, namespace: clinic}
      rules: [{apiGroups: [""], resources: [secrets], resourceNames: [portal-db], verbs: [get]}]
      ---
      apiVersion: rbac.authorization.k8s.io/v1
      kind: RoleBinding
      metadata: {name: config, namespace: clinic}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: config}
      subjects: [{apiGroup: rbac.authorization.k8s.io, kind: User, name: alice}]
      """;

  private static final String ONLY_ROLES = CLINIC.substring(0, CLINIC.indexOf("---"));

  @Test
  void whoCanIsATable() {
    assertEquals(
        new Cli(
            0,
            """
            kind,namespace,name,where,names,binding,role,file,line
            User,,alice,clinic,portal-db,RoleBinding clinic/config,Role config,-,30
            ServiceAccount,operators,installer,*,,ClusterRoleBinding installer,ClusterRole owner,-,15
            """,
            ""),
        Cli.fed(
            CLINIC,
            "access",
            "-",
            "--who-can",
            "get",
            "secrets",
            "-n",
            "clinic",
            "--format",
            "csv"));
  }

  @Test
  void aNamespaceWhereNobodyElseMayNarrowsTheAnswer() {
    Cli run = Cli.fed(CLINIC, "access", "-", "--who-can", "get", "secrets", "-n", "records");

    assertTrue(run.out().startsWith("1 subject may get secrets in namespace records\n"), run.out());
    assertFalse(run.out().contains("alice"));
  }

  @Test
  void somebodyIsShownWithTheWayToEveryRight() {
    Cli run = Cli.fed(CLINIC, "access", "-", "--subject", "group:releases");

    assertEquals(0, run.status());
    assertTrue(
        run.out()
            .contains(
                """
                How it comes to every right in the cluster
                1. may create workloads in namespace operators (RoleBinding operators/releases → ClusterRole deployer)
                   -:9
                2. acts as ServiceAccount operators/installer
                3. may do everything in the whole cluster (ClusterRoleBinding installer → ClusterRole owner)
                """),
        run.out());
  }

  @Test
  void withoutAQuestionThoseWithRightsThatMatterAreShown() {
    String out = Cli.fed(CLINIC, "access", "-").out();

    assertTrue(
        out.startsWith("Hold every right in the cluster (1)\nServiceAccount operators/installer\n"),
        out);
    assertTrue(
        out.contains(
            "Come to every right in the cluster by steps that their rights allow (1)\nGroup releases\n"),
        out);
    assertTrue(out.contains("Have rights that give more than they seem to (1)\nUser alice\n"), out);
  }

  @Test
  void jsonSaysWhatIsKnown() {
    String out = Cli.fed(CLINIC, "access", "-", "--subject", "alice", "--format", "json").out();

    assertTrue(
        out.startsWith(
            "{\"schema\":\"safeguard-access/1\",\"whole\":true,\"notKnown\":[],\"subject\":{\"kind\":\"User\",\"namespace\":\"\",\"name\":\"alice\""),
        out);
    assertTrue(out.contains("\"holdsEverything\":false,\"comesToEverything\":"), out);
  }

  @Test
  void missingBindingsAreToldAndEndInStatusFour() {
    Cli text = Cli.fed(ONLY_ROLES, "access", "-", "--subject", "alice");
    Cli table = Cli.fed(ONLY_ROLES, "access", "-", "--format", "csv");

    assertEquals(ExitStatus.INCOMPLETE, text.status());
    assertTrue(
        text.out()
            .contains(
                "Not known: there may be more, because\n- cluster role bindings are not in this snapshot"),
        text.out());
    assertTrue(text.out().contains("was found, but there may be one."), text.out());
    assertEquals(ExitStatus.INCOMPLETE, table.status());
    assertTrue(table.err().startsWith("safeguard: not known: cluster role bindings"), table.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "access - --who-can get | safeguard: missing: --who-can VERB RESOURCE",
        "access - --who-can get a//b | safeguard: --who-can: 'a//b' is no resource;",
        "access - --subject a -n b | safeguard: --namespace goes with --who-can",
        "access - --subject a --who-can get pods | safeguard: --who-can and --subject are two questions;",
        "access - --format xml | safeguard: --format",
        "access - - | safeguard: standard input, '-', can be read only once",
      })
  void wrongUsageIsSaidInOneSentence(String arguments, String words) {
    Cli run = Cli.fed(CLINIC, (Object[]) arguments.split(" "));

    assertEquals(ExitStatus.USAGE, run.status());
    assertTrue(run.err().startsWith(words) || words.endsWith("--format"), run.err());
  }
}
