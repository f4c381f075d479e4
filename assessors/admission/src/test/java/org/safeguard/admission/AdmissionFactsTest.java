package org.safeguard.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguard.model.fact.UnknownEvidenceException;
import org.safeguard.model.snapshot.Coverage;

final class AdmissionFactsTest {

  private static final String WARD =
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: ward, labels: {safeguard.hipaa/ephi: maintains}}
      """;

  private static final String PRIVILEGED =
      """
      apiVersion: admissionregistration.k8s.io/v1
      kind: ValidatingAdmissionPolicy
      metadata: {name: no-privileged}
      spec:
        matchConstraints:
          resourceRules:
            - apiGroups: [""]
              apiVersions: [v1]
              operations: [CREATE, UPDATE]
              resources: [pods, pods/ephemeralcontainers]
        variables:
          - name: all
            expression: >-
              object.spec.containers + object.spec.?initContainers.orValue([])
              + object.spec.?ephemeralContainers.orValue([])
        validations:
          - expression: >-
              variables.all.all(c, !c.?securityContext.?privileged.orValue(false))
      """;

  private static String binding(String actions) {
    return """
    apiVersion: admissionregistration.k8s.io/v1
    kind: ValidatingAdmissionPolicyBinding
    metadata: {name: no-privileged}
    spec:
      policyName: no-privileged
      validationActions: %s
    """
        .formatted(actions);
  }

  @Test
  void policyIsKnownByWhatItRefusesWhenTried() {
    Fixture fixture = Fixture.of(WARD, PRIVILEGED, binding("[Deny]"));
    assertTrue(fixture.control("ward", "privileged").enforced());
    assertFalse(fixture.control("ward", "host-network").enforced());
    assertEquals(List.of("privileged"), fixture.policy("no-privileged").controls());
    assertEquals("shown", fixture.policy("no-privileged").meaning());
    assertTrue(fixture.policy("no-privileged").ephemeralContainers());
  }

  @Test
  void policyWithoutBindingEnforcesNothing() {
    Fixture fixture = Fixture.of(WARD, PRIVILEGED);
    assertFalse(fixture.control("ward", "privileged").enforced());
    assertFalse(fixture.policy("no-privileged").inForce());
  }

  @Test
  void bindingThatOnlyAuditsIsWeak() {
    Fixture fixture = Fixture.of(WARD, PRIVILEGED, binding("[Audit]"));
    assertFalse(fixture.control("ward", "privileged").enforced());
    assertEquals(
        List.of("ValidatingAdmissionPolicy/no-privileged: it only reports"),
        fixture.control("ward", "privileged").weak());
  }

  @Test
  void missingBindingsAreNotNone() {
    Fixture fixture =
        Fixture.of(WARD, PRIVILEGED)
            .with(
                "ValidatingAdmissionPolicyBinding.admissionregistration.k8s.io",
                Coverage.FORBIDDEN);
    assertThrows(
        UnknownEvidenceException.class, () -> fixture.control("ward", "privileged").enforced());
    assertThrows(UnknownEvidenceException.class, () -> fixture.policy("no-privileged").inForce());
  }

  private static String kyverno(String action, String rule) {
    return """
    apiVersion: kyverno.io/v1
    kind: ClusterPolicy
    metadata: {name: clinic}
    spec:
      validationFailureAction: %s
      rules:
    %s
    """
        .formatted(action, rule.indent(4));
  }

  private static final String PATTERN =
      """
      - name: privileged
        match: {any: [{resources: {kinds: [Pod]}}]}
        validate:
          pattern:
            spec:
              =(ephemeralContainers):
                - =(securityContext):
                    =(privileged): "false"
              =(initContainers):
                - =(securityContext):
                    =(privileged): "false"
              containers:
                - =(securityContext):
                    =(privileged): "false"
      """;

  @Test
  void kyvernoPatternIsTried() {
    Fixture fixture = Fixture.of(WARD, Fixture.KYVERNO, kyverno("Enforce", PATTERN));
    assertTrue(fixture.control("ward", "privileged").enforced());
    assertEquals("shown", fixture.policy("clinic").meaning());
  }

  @Test
  void kyvernoWithoutWebhookEnforcesNothing() {
    Fixture fixture = Fixture.of(WARD, kyverno("Enforce", PATTERN));
    assertFalse(fixture.control("ward", "privileged").enforced());
    assertFalse(fixture.policy("clinic").inForce());
  }

  @Test
  void kyvernoForeachWithDenyIsTried() {
    String rule =
        """
        - name: drop
          match: {any: [{resources: {kinds: [Pod]}}]}
          preconditions:
            all:
              - {key: "{{ request.operation || 'BACKGROUND' }}", operator: NotEquals, value: DELETE}
          validate:
            foreach:
              - list: request.object.spec.[ephemeralContainers, initContainers, containers][]
                deny:
                  conditions:
                    all:
                      - key: ALL
                        operator: AnyNotIn
                        value: "{{ element.securityContext.capabilities.drop[] || `[]` }}"
        """;
    Fixture fixture = Fixture.of(WARD, Fixture.KYVERNO, kyverno("Enforce", rule));
    assertTrue(fixture.control("ward", "drop-capabilities").enforced());
  }

  @Test
  void registriesAreRecognisedByTrying() {
    String rule =
        """
        - name: registries
          match: {any: [{resources: {kinds: [Pod]}}]}
          validate:
            pattern:
              spec:
                =(ephemeralContainers):
                  - image: "registry.clinic.example/* | ghcr.io/clinic/*"
                =(initContainers):
                  - image: "registry.clinic.example/* | ghcr.io/clinic/*"
                containers:
                  - image: "registry.clinic.example/* | ghcr.io/clinic/*"
        """;
    Fixture fixture = Fixture.of(WARD, Fixture.KYVERNO, kyverno("Enforce", rule));
    assertTrue(fixture.control("ward", "image-registry").enforced());
    assertFalse(fixture.control("ward", "image-tag").enforced());
  }

  @Test
  void requiredLabelsAreRecognised() {
    String rule =
        """
        - name: labels
          match: {any: [{resources: {kinds: [Pod]}}]}
          validate:
            pattern:
              metadata:
                labels:
                  app.kubernetes.io/name: "?*"
                  clinic.example/owner: "?*"
        """;
    Fixture fixture = Fixture.of(WARD, Fixture.KYVERNO, kyverno("Enforce", rule));
    assertEquals(List.of("labels"), fixture.policy("clinic").controls());
  }

  @Test
  void exceptionForTheWholeNamespaceIsWeak() {
    String exception =
        """
        apiVersion: kyverno.io/v2
        kind: PolicyException
        metadata: {name: ward-tools, namespace: ward}
        spec:
          exceptions: [{policyName: clinic, ruleNames: [privileged]}]
          match: {any: [{resources: {kinds: [Pod], namespaces: [ward]}}]}
        """;
    Fixture fixture = Fixture.of(WARD, Fixture.KYVERNO, kyverno("Enforce", PATTERN), exception);
    assertFalse(fixture.control("ward", "privileged").enforced());
    assertEquals(List.of("ward/ward-tools"), fixture.policy("clinic").exceptions());
  }

  @Test
  void exceptionsThatWereNotCapturedLeaveItOpen() {
    Fixture fixture =
        Fixture.of(WARD, Fixture.KYVERNO, kyverno("Enforce", PATTERN))
            .with("PolicyException.kyverno.io", Coverage.FORBIDDEN);
    assertThrows(
        UnknownEvidenceException.class, () -> fixture.control("ward", "privileged").enforced());
  }

  @Test
  void execIsRefusedOnlyWhereTheConditionsSay() {
    String rule =
        """
        - name: exec
          match: {any: [{resources: {kinds: [Pod/exec]}}]}
          preconditions:
            all:
              - {key: "{{ request.operation || 'BACKGROUND' }}", operator: Equals, value: CONNECT}
          validate:
            deny:
              conditions:
                any:
                  - {key: "{{ request.namespace }}", operator: Equals, value: ward}
        """;
    String lab = "apiVersion: v1\nkind: Namespace\nmetadata: {name: lab}\n";
    Fixture fixture = Fixture.of(WARD, lab, Fixture.KYVERNO, kyverno("Enforce", rule));
    assertTrue(fixture.control("ward", "exec").enforced());
    assertFalse(fixture.control("lab", "exec").enforced());
  }

  @Test
  void policyThatRefusesEverythingShowsNothing() {
    String all =
        PRIVILEGED.replaceAll("(?s)variables:.*", "validations: [{expression: \"false\"}]\n");
    Fixture fixture = Fixture.of(WARD, all, binding("[Deny]"));
    assertEquals("unknown", fixture.policy("no-privileged").meaning());
  }

  @Test
  void podSecurityLabelsCount() {
    String labelled =
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: ward, labels: {pod-security.kubernetes.io/enforce: baseline}}
        """;
    Fixture fixture = Fixture.of(labelled);
    assertTrue(fixture.control("ward", "privileged").enforced());
    assertFalse(fixture.control("ward", "run-as-non-root").enforced());
  }
}
