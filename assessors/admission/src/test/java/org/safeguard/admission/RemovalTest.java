package org.safeguard.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.safeguard.model.fact.AdmissionPolicy;
import org.safeguard.model.fact.AdmissionWebhook;
import org.safeguard.model.fact.ControlEnforcement;
import org.safeguard.model.fact.Enforcement;
import org.safeguard.model.fact.Fact;
import org.safeguard.model.fact.UnknownEvidenceException;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;

/// What is taken away from a snapshot must never make anything look better, and the order of
/// objects must not matter.
final class RemovalTest {

  private static final List<String> PIECES =
      List.of(
          PolicyEnginesTest.WARD,
          "apiVersion: v1\nkind: Namespace\nmetadata: {name: lab, labels: {team: lab}}\n",
          Fixture.KYVERNO,
          PolicyEnginesTest.webhook("gatekeeper", ""),
          PolicyEnginesTest.webhook("kubewarden", "failurePolicy: Ignore"),
          PolicyEnginesTest.TEMPLATE,
          PolicyEnginesTest.constraint("deny", ""),
          PolicyEnginesTest.constraint("deny", ", excludedNamespaces: [ward]")
              .replace("name: privileged", "name: but-ward"),
          PolicyEnginesTest.kubewarden("protect", "ghcr.io/kubewarden/policies/pod-privileged:v1"),
          """
          apiVersion: config.gatekeeper.sh/v1alpha1
          kind: Config
          metadata: {name: config, namespace: gatekeeper-system}
          spec: {match: [{excludedNamespaces: [lab], processes: ["*"]}]}
          """,
          """
          apiVersion: kyverno.io/v1
          kind: ClusterPolicy
          metadata: {name: baseline}
          spec:
            validationFailureAction: Enforce
            rules:
              - name: baseline
                match: {any: [{resources: {kinds: [Pod]}}]}
                validate: {podSecurity: {level: baseline}}
          """,
          """
          apiVersion: kyverno.io/v2
          kind: PolicyException
          metadata: {name: lab, namespace: lab}
          spec:
            exceptions: [{policyName: baseline, ruleNames: ["*"]}]
            match: {any: [{resources: {kinds: [Pod], namespaces: [lab]}}]}
          """,
          """
          apiVersion: admissionregistration.k8s.io/v1
          kind: ValidatingAdmissionPolicy
          metadata: {name: tags}
          spec:
            paramKind: {apiVersion: v1, kind: ConfigMap}
            matchConstraints:
              namespaceSelector: {matchExpressions: [{key: team, operator: DoesNotExist}]}
              resourceRules:
                - {apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}
            validations:
              - expression: "object.spec.containers.all(c, c.image.startsWith(params.data.registry))"
          """,
          """
          apiVersion: admissionregistration.k8s.io/v1
          kind: ValidatingAdmissionPolicyBinding
          metadata: {name: tags}
          spec:
            policyName: tags
            validationActions: [Deny]
            paramRef: {name: registries, namespace: platform, parameterNotFoundAction: Allow}
          """,
          """
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: registries, namespace: platform}
          data: {registry: registry.clinic.example/}
          """);

  @Test
  void removingATypeNeverMakesAnythingEnforced() {
    Random random = new Random(4);
    for (int i = 0; i < 10; i++) {
      Fixture whole = Fixture.of(some(random));
      Map<String, Boolean> before = enforced(whole);
      for (ResourceType type : types(whole)) {
        for (Coverage state : List.of(Coverage.UNKNOWN, Coverage.FORBIDDEN, Coverage.PARTIAL)) {
          enforced(whole.without(type, state))
              .forEach(
                  (control, holds) ->
                      assertTrue(
                          !holds || before.getOrDefault(control, false),
                          () -> "without " + type + " (" + state + "): " + control));
        }
      }
    }
  }

  @Test
  void orderOfObjectsDoesNotMatter() {
    Random random = new Random(5);
    for (int i = 0; i < 10; i++) {
      Fixture fixture = Fixture.of(some(random));
      List<Fact> expected = fixture.added().facts();
      List<Resource> shuffled = new ArrayList<>(fixture.resources());
      Collections.shuffle(shuffled, random);
      assertEquals(expected, fixture.inOrder(shuffled).added().facts());
    }
  }

  private static String[] some(Random random) {
    return PIECES.stream().filter(_ -> random.nextInt(4) != 0).toArray(String[]::new);
  }

  private static TreeSet<ResourceType> types(Fixture fixture) {
    TreeSet<ResourceType> types = new TreeSet<>();
    fixture.resources().forEach(resource -> types.add(resource.type()));
    types.add(Engines.DEFINITION);
    types.add(KyvernoExceptions.OLD);
    return types;
  }

  /// What is known to be enforced or well, by name; an unknown counts as not.
  private static Map<String, Boolean> enforced(Fixture fixture) {
    Map<String, Boolean> all = new HashMap<>();
    for (Fact fact : fixture.added().facts()) {
      switch (fact) {
        case Enforcement enforcement -> {
          for (ControlEnforcement control : enforcement.controls()) {
            all.put(enforcement.name() + " " + control.id(), holds(control::enforced));
          }
        }
        case AdmissionPolicy policy -> {
          String name = policy.kind() + " " + policy.name();
          all.put(name + " in force", holds(policy::inForce));
          all.put(name + " exempts none", holds(() -> policy.exemptEphiNamespaces().isEmpty()));
        }
        case AdmissionWebhook webhook ->
            all.put(
                webhook.name() + " exempts none",
                holds(() -> webhook.exemptNamespaces().isEmpty()));
        default -> throw new AssertionError(fact);
      }
    }
    return all;
  }

  private static boolean holds(java.util.function.BooleanSupplier read) {
    try {
      return read.getAsBoolean();
    } catch (UnknownEvidenceException e) {
      return false;
    }
  }
}
