package org.safeguard.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.safeguard.risk.Example.direct;
import static org.safeguard.risk.Example.rule;
import static org.safeguard.risk.Example.verdict;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.safeguard.model.risk.EphiTier;
import org.safeguard.model.risk.Level;
import org.safeguard.model.risk.Rating;
import org.safeguard.model.risk.Risk;
import org.safeguard.model.rule.Rule;
import org.safeguard.model.rule.Severity;
import org.safeguard.model.verdict.ObjectReference;
import org.safeguard.model.verdict.Verdict;

class JudgementTest {

  @Test
  void exampleIsJudgedAsWritten() throws IOException {
    assertEquals(golden(), printed(judge(Example.VERDICTS)));
  }

  @Test
  void findingBelongsToTheFirstDirectSafeguardOnly() {
    Judged judged = judge(List.of(verdict(Example.NON_ROOT, Example.FAILED)));
    assertEquals(List.of("R-WRK-01-HANDLES"), judged.risks().stream().map(Risk::id).toList());
  }

  @Test
  void findingOfARuleThatOnlySupportsIsNotLost() {
    Judged judged = judge(List.of(verdict(Example.LOCAL_VOLUMES, Example.FAILED)));
    assertEquals(List.of("R-GOV-12-HANDLES"), judged.risks().stream().map(Risk::id).toList());
  }

  @Test
  void clusterScopedObjectsAndSystemNamespacesAreThePlatform() {
    assertEquals(EphiTier.PLATFORM, tier(Example.workload("ClusterRole", "", "admin"), "unknown"));
    assertEquals(EphiTier.PLATFORM, tier(Example.workload("Pod", "kube-system", "x"), "none"));
    assertEquals(EphiTier.PLATFORM, tier(Example.workload("Pod", "openshift-dns", "x"), "unknown"));
    assertEquals(EphiTier.PLATFORM, tier(Example.workload("Namespace", "", "kube-public"), "none"));
  }

  @Test
  void namespaceIsJudgedByItsDesignation() {
    assertEquals(EphiTier.HANDLES, tier(Example.workload("Namespace", "", "clinic"), "receives"));
  }

  @Test
  void designationIsTakenFromTheInventoryWhenTheVerdictHasNone() {
    assertEquals(EphiTier.HANDLES, tier(Example.PORTAL, "unknown"));
  }

  @Test
  void objectWithoutAWorkloadIsJudgedByTheWorkloadsBesideIt() {
    assertEquals(EphiTier.HANDLES, tier(Example.workload("Role", "clinic", "x"), "unknown"));
    assertEquals(EphiTier.UNKNOWN, tier(Example.workload("Role", "jobs", "x"), "unknown"));
    assertEquals(EphiTier.NONE, tier(Example.workload("Role", "website", "x"), "unknown"));
    assertEquals(EphiTier.UNKNOWN, tier(Example.workload("Role", "empty", "x"), "unknown"));
  }

  @Test
  void manifestWithoutANamespaceIsInDefaultAndNotThePlatform() {
    ObjectReference web = Example.workload("Deployment", "", "web");
    Risk risk =
        judge(List.of(verdict(Example.PRIVILEGED, web, "", "unknown", Example.FAILED)))
            .risks()
            .getFirst();
    assertEquals(
        List.of("R-WRK-01-UNKNOWN", "Deployment default/web"),
        List.of(risk.id(), risk.assets().getFirst()));
  }

  @Test
  void findingOnAnIngressIsReachableFromOutside() {
    ObjectReference ingress = Example.workload("Ingress", "clinic", "portal");
    Risk risk =
        judge(List.of(verdict(Example.READ_ONLY, ingress, "", "transmits", Example.FAILED)))
            .risks()
            .getFirst();
    assertEquals(
        new Rating(
            Level.MODERATE,
            "The most severe finding is medium, which alone makes it Low. 1 affected asset can be"
                + " reached from outside the cluster (Ingress portal and NodePort portal), which"
                + " raises it a level."),
        risk.initiation());
  }

  @Test
  void widespreadWeaknessIsMoreLikelyToDoHarm() {
    List<Verdict> verdicts =
        IntStream.range(0, 6)
            .mapToObj(i -> Example.workload("Deployment", "jobs", "job-" + i))
            .map(job -> verdict(Example.NON_ROOT, job, "job", "unknown", Example.FAILED))
            .toList();
    assertEquals(
        new Rating(
            Level.HIGH,
            "It is unknown whether the assets handle ePHI, which alone makes it Moderate. 6 of 6"
                + " objects examined are affected, which raises it a level; no direct check of the"
                + " same safeguard passed on them."),
        judge(verdicts).risks().getFirst().adverseImpact());
  }

  @Test
  void ruleWithoutASafeguardOfThePacksIsRefused() {
    Rule stray = rule("SGW-X-001", "Nothing", Severity.LOW, direct("NO-01"));
    List<Verdict> verdicts = List.of(verdict(stray, Example.FAILED));
    assertEquals(
        "SGW-X-001 supports no safeguard of the packs",
        assertThrows(IllegalArgumentException.class, () -> judge(verdicts)).getMessage());
  }

  static Judged judge(List<Verdict> verdicts) {
    return Judgement.judge(List.of(Example.PACK), verdicts, Example.ASSETS);
  }

  private static EphiTier tier(ObjectReference object, String ephi) {
    return judge(List.of(verdict(Example.PRIVILEGED, object, "", ephi, Example.FAILED)))
        .risks()
        .getFirst()
        .tier();
  }

  private static String golden() throws IOException {
    try (InputStream in = JudgementTest.class.getResourceAsStream("example.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String printed(Judged judged) {
    return "Safeguards\n"
        + judged.safeguards().stream()
            .map(d -> "%s %s: %s\n".formatted(d.safeguard().id(), d.state(), d.reason()))
            .collect(Collectors.joining())
        + "\nCitations\n"
        + judged.citations().stream()
            .map(c -> "%s %s: %s\n".formatted(c.citation().id(), c.state(), c.reason()))
            .collect(Collectors.joining())
        + judged.risks().stream().map(JudgementTest::printed).collect(Collectors.joining());
  }

  private static String printed(Risk risk) {
    return """

        %s  %s
        assets: %s
        threat: %s. %s
        vulnerability: %s
        controls: %s
        initiation: %s
        adverse impact: %s
        overall likelihood: %s
        impact: %s
        level: %s
        recommendation: %s
        citations: %s
        findings: %s
        """
        .formatted(
            risk.id(),
            risk.title(),
            risk.assets(),
            risk.threatSource(),
            risk.threatEvent(),
            risk.vulnerability(),
            risk.existingControls(),
            printed(risk.initiation()),
            printed(risk.adverseImpact()),
            risk.likelihood().title(),
            printed(risk.impact()),
            risk.level().title(),
            risk.recommendation(),
            risk.citations(),
            risk.findings());
  }

  private static String printed(Rating rating) {
    return rating.level().title() + ". " + rating.reason();
  }
}
