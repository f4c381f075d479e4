package org.safeguard.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguard.model.fact.UnknownEvidenceException;
import org.safeguard.model.snapshot.Coverage;

/// What each engine's policies are taken for.
final class PolicyEnginesTest {

  static final String WARD =
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: ward, labels: {safeguard.hipaa/ephi: maintains}}
      """;

  static String webhook(String name, String more) {
    return """
    apiVersion: admissionregistration.k8s.io/v1
    kind: ValidatingWebhookConfiguration
    metadata: {name: %1$s}
    webhooks:
      - name: check.%1$s.example
        clientConfig: {service: {namespace: %1$s, name: %1$s-webhook}}
        rules:
          - {apiGroups: [""], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [pods, pods/ephemeralcontainers]}
    %2$s
    """
        .formatted(name, more.indent(4));
  }

  static final String TEMPLATE =
      """
      apiVersion: templates.gatekeeper.sh/v1
      kind: ConstraintTemplate
      metadata: {name: k8spspprivilegedcontainer}
      spec:
        crd: {spec: {names: {kind: K8sPSPPrivilegedContainer}}}
        targets:
          - target: admission.k8s.gatekeeper.sh
            rego: |
              violation[{"msg": msg}] {
                c := input_containers[_]
                c.securityContext.privileged
              }
              input_containers[c] { c := input.review.object.spec.initContainers[_] }
              input_containers[c] { c := input.review.object.spec.ephemeralContainers[_] }
      """;

  static String constraint(String action, String match) {
    return """
    apiVersion: constraints.gatekeeper.sh/v1beta1
    kind: K8sPSPPrivilegedContainer
    metadata: {name: privileged}
    spec:
      enforcementAction: %s
      match: {kinds: [{apiGroups: [""], kinds: [Pod]}]%s}
    """
        .formatted(action, match);
  }

  @Test
  void gatekeeperConstraintOfTheLibraryCounts() {
    Fixture fixture = Fixture.of(WARD, webhook("gatekeeper", ""), TEMPLATE, constraint("deny", ""));
    assertTrue(fixture.control("ward", "privileged").enforced());
    assertEquals("library", fixture.policy("privileged").meaning());
  }

  @Test
  void gatekeeperConstraintIsNothingWithoutItsTemplate() {
    Fixture fixture = Fixture.of(WARD, webhook("gatekeeper", ""), constraint("deny", ""));
    assertFalse(fixture.policy("privileged").inForce());
    assertFalse(fixture.control("ward", "privileged").enforced());
  }

  @Test
  void gatekeeperTemplateOfTheSameNameWithOtherTextIsUnknown() {
    Fixture fixture =
        Fixture.of(
            WARD,
            webhook("gatekeeper", ""),
            TEMPLATE.replace("privileged\n", "other\n").replace("k8spspprivilegedcontainer", "x"),
            constraint("deny", ""));
    assertEquals("unknown", fixture.policy("privileged").meaning());
  }

  @Test
  void gatekeeperWebhookThatFailsOpenIsWeak() {
    Fixture fixture =
        Fixture.of(
            WARD, webhook("gatekeeper", "failurePolicy: Ignore"), TEMPLATE, constraint("deny", ""));
    assertFalse(fixture.control("ward", "privileged").enforced());
  }

  @Test
  void gatekeeperConfigurationExemptsNamespaces() {
    String config =
        """
        apiVersion: config.gatekeeper.sh/v1alpha1
        kind: Config
        metadata: {name: config, namespace: gatekeeper-system}
        spec: {match: [{excludedNamespaces: ["wa*"], processes: [webhook]}]}
        """;
    Fixture fixture =
        Fixture.of(WARD, webhook("gatekeeper", ""), TEMPLATE, constraint("deny", ""), config);
    assertFalse(fixture.control("ward", "privileged").enforced());
    assertEquals(List.of("ward"), fixture.policy("privileged").exemptEphiNamespaces());
  }

  @Test
  void gatekeeperScopedActionsCountAtAdmissionOnly() {
    String scoped =
        constraint("scoped", "")
            + "  scopedEnforcementActions:\n"
            + "    - {action: deny, enforcementPoints: [{name: audit.gatekeeper.sh}]}\n"
            + "    - {action: warn, enforcementPoints: [{name: validation.gatekeeper.sh}]}\n";
    Fixture fixture = Fixture.of(WARD, webhook("gatekeeper", ""), TEMPLATE, scoped);
    assertEquals("warn", fixture.policy("privileged").mode());
  }

  static String kubewarden(String mode, String module) {
    return """
    apiVersion: policies.kubewarden.io/v1
    kind: ClusterAdmissionPolicy
    metadata: {name: privileged}
    spec:
      mode: %s
      module: %s
      rules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [pods, pods/ephemeralcontainers]}]
    ---
    apiVersion: policies.kubewarden.io/v1
    kind: PolicyServer
    metadata: {name: default}
    """
        .formatted(mode, module);
  }

  @Test
  void kubewardenModuleThatIsPublishedCounts() {
    String module = "registry://ghcr.io/kubewarden/policies/pod-privileged:v0.3.2";
    assertTrue(
        Fixture.of(WARD, webhook("kubewarden", ""), kubewarden("protect", module))
            .control("ward", "privileged")
            .enforced());
    assertFalse(
        Fixture.of(WARD, webhook("kubewarden", ""), kubewarden("monitor", module))
            .control("ward", "privileged")
            .enforced());
  }

  @Test
  void kubewardenModuleOfOnesOwnIsUnknown() {
    Fixture fixture =
        Fixture.of(
            WARD, webhook("kubewarden", ""), kubewarden("protect", "registry://clinic/own:v1"));
    assertEquals("unknown", fixture.policy("privileged").meaning());
  }

  static String sigstore(String more) {
    return """
    apiVersion: policy.sigstore.dev/v1beta1
    kind: ClusterImagePolicy
    metadata: {name: signed}
    spec:
      images: [{glob: "**"}]
    %s
    """
        .formatted(more.indent(2));
  }

  private static final String OPT_IN =
      "namespaceSelector: {matchExpressions: [{key: policy.sigstore.dev/include, operator: In,"
          + " values: [\"true\"]}]}";

  @Test
  void sigstoreVerifiesOnlyWhereTheNamespaceOptsIn() {
    String keyless = "authorities: [{keyless: {identities: [{issuer: i, subject: s}]}}]";
    String opted = WARD.replace("labels: {", "labels: {policy.sigstore.dev/include: \"true\", ");
    assertTrue(
        Fixture.of(opted, webhook("policy.sigstore.dev", OPT_IN), sigstore(keyless))
            .control("ward", "image-signature")
            .enforced());
    assertFalse(
        Fixture.of(WARD, webhook("policy.sigstore.dev", OPT_IN), sigstore(keyless))
            .control("ward", "image-signature")
            .enforced());
  }

  @Test
  void sigstoreThatLetsEverythingPassVerifiesNothing() {
    Fixture fixture =
        Fixture.of(
            WARD,
            webhook("policy.sigstore.dev", ""),
            sigstore("authorities: [{static: {action: pass}}]"));
    assertEquals(List.of(), fixture.policy("signed").controls());
  }

  @Test
  void whatConnaisseurVerifiesIsNotTold() {
    String config =
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: connaisseur-app-config, namespace: connaisseur}
        """;
    Fixture fixture = Fixture.of(WARD, webhook("connaisseur", ""), config);
    assertThrows(
        UnknownEvidenceException.class,
        () -> fixture.control("ward", "image-signature").enforced());
    assertFalse(fixture.control("ward", "privileged").enforced());
  }

  @Test
  void newKyvernoPolicyIsTried() {
    String policy =
        """
        apiVersion: policies.kyverno.io/v1
        kind: ValidatingPolicy
        metadata: {name: host}
        spec:
          validationActions: [Deny]
          matchConstraints:
            resourceRules:
              - {apiGroups: [""], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [pods]}
          validations:
            - expression: "!object.spec.?hostNetwork.orValue(false)"
        """;
    Fixture fixture = Fixture.of(WARD, Fixture.KYVERNO, policy);
    assertTrue(fixture.control("ward", "host-network").enforced());
    assertEquals(List.of("host-network"), fixture.policy("host").controls());
  }

  @Test
  void kyvernoPodSecurityRuleCountsByItsLevel() {
    String policy =
        """
        apiVersion: kyverno.io/v1
        kind: ClusterPolicy
        metadata: {name: baseline}
        spec:
          validationFailureAction: Enforce
          rules:
            - name: baseline
              match: {any: [{resources: {kinds: [Pod]}}]}
              validate: {podSecurity: {level: baseline, version: latest, exclude: [{controlName: HostPath Volumes}]}}
        """;
    Fixture fixture = Fixture.of(WARD, Fixture.KYVERNO, policy);
    assertTrue(fixture.control("ward", "privileged").enforced());
    assertFalse(fixture.control("ward", "host-path").enforced());
    assertFalse(fixture.control("ward", "run-as-non-root").enforced());
  }

  @Test
  void kyvernoOverrideForANamespaceIsSeen() {
    String policy =
        """
        apiVersion: kyverno.io/v1
        kind: ClusterPolicy
        metadata: {name: baseline}
        spec:
          validationFailureAction: Enforce
          validationFailureActionOverrides: [{action: Audit, namespaces: [ward]}]
          rules:
            - name: baseline
              match: {any: [{resources: {kinds: [Pod]}}]}
              validate: {podSecurity: {level: baseline}}
        """;
    Fixture fixture = Fixture.of(WARD, Fixture.KYVERNO, policy);
    assertFalse(fixture.control("ward", "privileged").enforced());
    assertEquals("mixed", fixture.policy("baseline").mode());
  }

  @Test
  void openShiftConstraintsSayWhatTheyAllowAndToWhom() {
    String constraints =
        """
        apiVersion: security.openshift.io/v1
        kind: SecurityContextConstraints
        metadata: {name: imaging}
        allowPrivilegedContainer: true
        runAsUser: {type: RunAsAny}
        groups: [system:authenticated]
        """;
    Fixture fixture = Fixture.of(WARD, constraints);
    assertEquals(List.of("privileged", "any-user"), fixture.policy("imaging").allows());
    assertEquals(List.of("system:authenticated"), fixture.policy("imaging").usableBy());
  }

  @Test
  void enginesThatWereNotCapturedAreNotNone() {
    Fixture fixture = Fixture.of(WARD).with("ClusterPolicy.kyverno.io", Coverage.FORBIDDEN);
    assertThrows(
        UnknownEvidenceException.class, () -> fixture.control("ward", "privileged").enforced());
    assertFalse(Fixture.of(WARD).control("ward", "privileged").enforced());
  }
}
