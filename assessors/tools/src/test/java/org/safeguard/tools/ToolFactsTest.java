package org.safeguard.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.safeguard.model.fact.BackupCoverage;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Delivery;
import org.safeguard.model.fact.Fact;
import org.safeguard.model.fact.MeshPolicy;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.objects.AddedFacts;

class ToolFactsTest {

  private static final String OBJECTS =
      """
      apiVersion: velero.io/v1
      kind: Schedule
      metadata: {name: nightly, namespace: velero}
      spec: {schedule: "0 2 * * *", template: {includedNamespaces: [ehr]}}
      ---
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: data, namespace: ehr}
      ---
      apiVersion: v1
      kind: PersistentVolumeClaim
      metadata: {name: data, namespace: billing}
      ---
      apiVersion: argoproj.io/v1alpha1
      kind: AppProject
      metadata: {name: ehr, namespace: argocd}
      spec: {sourceRepos: ["*"], destinations: [{server: "*", namespace: "*"}]}
      ---
      apiVersion: security.istio.io/v1
      kind: AuthorizationPolicy
      metadata: {name: all, namespace: ehr}
      spec: {rules: [{}]}
      """;

  private static <F extends Fact> F only(AddedFacts added, Class<F> kind) {
    List<F> facts = added.facts().stream().filter(kind::isInstance).map(kind::cast).toList();
    assertEquals(1, facts.size());
    return facts.getFirst();
  }

  @Test
  void schedulesCoverTheNamespacesThatTheyName() {
    AddedFacts added = Given.yaml(OBJECTS).facts();
    List<BackupCoverage> coverage =
        added.facts().stream()
            .filter(BackupCoverage.class::isInstance)
            .map(BackupCoverage.class::cast)
            .toList();
    assertEquals(List.of("billing", "ehr"), coverage.stream().map(BackupCoverage::name).toList());
    assertEquals(List.of("Velero velero/nightly"), coverage.getLast().schedules());
    assertTrue(coverage.getFirst().provenance().unknown().containsKey("schedules"));
  }

  @Test
  void projectsAndPoliciesSayWhatTheyAllow() {
    AddedFacts added = Given.yaml(OBJECTS).facts();
    Delivery project = only(added, Delivery.class);
    assertEquals(
        List.of(true, true, false),
        List.of(project.anySource(), project.anyDestination(), project.anyClusterResource()));
    assertEquals(true, only(added, MeshPolicy.class).allowsEveryone());
  }

  @Test
  void theOrderOfObjectsDoesNotMatter() {
    List<Fact> expected = Given.yaml(OBJECTS).facts().facts();
    for (long seed = 0; seed < 20; seed++) {
      assertEquals(expected, Given.yaml(OBJECTS).shuffled(seed).facts().facts());
    }
  }

  @Test
  void aRefusedListIsAGapAndOneThatNobodyServesIsNot() {
    AddedFacts refused =
        Given.yaml(OBJECTS).with(Coverage.FORBIDDEN, "Certificate.cert-manager.io").facts();
    assertEquals(Cause.Code.FORBIDDEN, refused.gaps().get("Certificate").code());
    AddedFacts absent =
        Given.yaml(OBJECTS)
            .with(Coverage.CAPTURED, "Pod", "CustomResourceDefinition.apiextensions.k8s.io")
            .facts();
    assertTrue(!absent.gaps().containsKey("Certificate"));
  }
}
