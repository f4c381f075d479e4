package org.safeguard.desktop.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.desktop.fixture.Parts;
import org.safeguard.desktop.fixture.SmallAssessment;
import org.safeguard.model.rule.Citation;

class EvidenceViewModelTest {

  @TempDir Path folder;
  private Parts parts;
  private FindingsViewModel findings;
  private EvidenceViewModel model;

  @BeforeEach
  void openEngagement() {
    parts = new Parts(folder);
    findings = new FindingsViewModel(parts.session);
    model =
        new EvidenceViewModel(
            parts.session, findings, parts.runner, parts.platform, parts.platform, parts.messages);
    parts.session.openEngagement();
  }

  @Test
  void theLineOfTheEvidenceIsMarked() {
    select("privileged");
    assertEquals(SmallAssessment.PRIVILEGED, model.evidenceProperty().get().pointer());
    assertEquals(List.of("          privileged: true"), marked());
    assertEquals(true, model.yamlProperty().get().exact());
  }

  @Test
  void anAbsentValueMarksWhereItWouldBe() {
    select("root file system");
    assertEquals(List.of("        securityContext:"), marked());
    assertEquals(false, model.yamlProperty().get().exact());
  }

  @Test
  void anObjectThatIsNotThereIsSaid() {
    select("lab-gateway");
    assertEquals(List.of(), model.yamlProperty().get().lines());
    assertEquals(
        "The engagement does not hold Deployment ehr/lab-gateway.", model.noticeProperty().get());
  }

  @Test
  void safeguardsLeadToTheirCitations() {
    select("privileged");
    var support = model.verdictProperty().get().rule().supports().getFirst();
    var safeguard = model.safeguard(support).orElseThrow();
    assertEquals("WRK-01", safeguard.id());
    assertEquals(
        List.of("164.308(a)(1)(ii)(B)", "164.312(a)(1)"),
        model.citations(safeguard).stream().map(Citation::id).toList());
  }

  @Test
  void linesAreCopiedAsTheyStand() {
    model.copy(List.of(new YamlLine(1, "a:", false), new YamlLine(2, "  b: 1", true)));
    assertEquals(List.of("a:\n  b: 1"), parts.platform.copied);
  }

  @Test
  void keysAndValuesAreToldApart() {
    assertEquals(9, new YamlLine(1, "  - name: web: x", false).valueAt());
    assertEquals(5, new YamlLine(1, "spec:", false).valueAt());
    assertEquals(0, new YamlLine(1, "- --flag", false).valueAt());
    assertEquals(0, new YamlLine(1, "  plain text: of a block", false).valueAt());
  }

  private void select(String words) {
    findings.setText(words);
    findings.selectedProperty().set(findings.rows().getFirst());
  }

  private List<String> marked() {
    return model.yamlProperty().get().lines().stream()
        .filter(YamlLine::evidence)
        .map(YamlLine::text)
        .toList();
  }
}
