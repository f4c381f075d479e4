package org.safeguard.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.risk.EphiTier;
import org.safeguard.model.risk.Level;
import org.safeguard.model.risk.Rating;
import org.safeguard.model.risk.Risk;
import org.safeguard.reporting.RegisterSheet.Column;

final class FormulasTest {

  @TempDir private Path folder;

  @Test
  void everyFormulaGivesTheValueThatIsStored() throws IOException {
    assertValuesAreThoseOfTheFormulas(written(Clinic.small()));
  }

  @Test
  void everyCombinationOfLevelsFollowsTablesG5AndI2() throws IOException {
    assertValuesAreThoseOfTheFormulas(written(with(everyCombination())));
  }

  @Test
  void aDecisionChangesTheLevelThePlanAndTheSummary() throws IOException {
    try (XSSFWorkbook book = read(written(Clinic.small()))) {
      XSSFRow risk = book.getSheet("Risk register").getRow(4);
      FormulaEvaluator evaluator = book.getCreationHelper().createFormulaEvaluator();
      assertEquals("Very High", text(evaluator, risk.getCell(Column.LEVEL_NOW.ordinal())));
      risk.getCell(Column.DECIDED_IMPACT.ordinal()).setCellValue("Low");
      risk.getCell(Column.RESIDUAL_INITIATION.ordinal()).setCellValue("Very Low");
      risk.getCell(Column.OWNER.ordinal()).setCellValue("Ann Example");
      evaluator.clearAllCachedResultValues();
      assertEquals("Very High", text(evaluator, risk.getCell(Column.LEVEL.ordinal())));
      assertEquals("Low", text(evaluator, risk.getCell(Column.LEVEL_NOW.ordinal())));
      assertEquals("Low", text(evaluator, risk.getCell(Column.RESIDUAL_LIKELIHOOD.ordinal())));
      XSSFRow planned = book.getSheet("Remediation plan").getRow(4);
      assertEquals(
          "Low", text(evaluator, planned.getCell(PlanSheet.Column.ADJUSTED_RATING.ordinal())));
      assertEquals(
          "Ann Example", text(evaluator, planned.getCell(PlanSheet.Column.CONTACT.ordinal())));
      assertEquals(
          1, evaluator.evaluate(book.getSheet("Summary").getRow(3).getCell(0)).getNumberValue());
    }
  }

  static void assertValuesAreThoseOfTheFormulas(Path file) throws IOException {
    try (XSSFWorkbook book = read(file)) {
      FormulaEvaluator evaluator = book.getCreationHelper().createFormulaEvaluator();
      List<String> differences = new ArrayList<>();
      int formulas = 0;
      for (Sheet sheet : book) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            if (cell.getCellType() == CellType.FORMULA) {
              formulas++;
              compare(cell, evaluator.evaluate(cell), differences);
            }
          }
        }
      }
      assertEquals(List.of(), differences);
      assertTrue(formulas > 100, "only " + formulas + " formulas");
    }
  }

  private static void compare(Cell cell, CellValue now, List<String> differences) {
    String stored =
        cell.getCachedFormulaResultType() == CellType.NUMERIC
            ? Double.toString(cell.getNumericCellValue())
            : cell.getStringCellValue();
    String found =
        switch (now.getCellType()) {
          case NUMERIC -> Double.toString(now.getNumberValue());
          case STRING -> now.getStringValue();
          default -> now.formatAsString();
        };
    if (!stored.equals(found)) {
      differences.add(
          cell.getSheet().getSheetName()
              + "!"
              + cell.getAddress()
              + " stores "
              + stored
              + " but gives "
              + found
              + ": "
              + cell.getCellFormula());
    }
  }

  private static String text(FormulaEvaluator evaluator, Cell cell) {
    return evaluator.evaluate(cell).getStringValue();
  }

  private static List<Risk> everyCombination() {
    List<Risk> risks = new ArrayList<>();
    for (Level initiation : Level.values()) {
      for (Level adverse : Level.values()) {
        for (Level impact : Level.values()) {
          risks.add(risk("R-" + risks.size(), initiation, adverse, impact));
        }
      }
    }
    return risks;
  }

  private static Risk risk(String id, Level initiation, Level adverse, Level impact) {
    Level likelihood = Matrices.overallLikelihood(initiation, adverse);
    return new Risk(
        id,
        "title",
        "SAF-01",
        EphiTier.HANDLES,
        List.of("Deployment clinic/portal"),
        "source",
        "event",
        "vulnerability",
        "",
        new Rating(initiation, "a"),
        new Rating(adverse, "b"),
        likelihood,
        new Rating(impact, "c"),
        Matrices.riskLevel(likelihood, impact),
        "do",
        List.of(),
        List.of());
  }

  private static Assessment with(List<Risk> risks) {
    Assessment clinic = Clinic.small();
    // A risk without findings links to none, so each gets the clinic's first.
    List<Risk> found =
        risks.stream()
            .map(
                r ->
                    new Risk(
                        r.id() + ".",
                        r.title(),
                        r.safeguard(),
                        r.tier(),
                        r.assets(),
                        r.threatSource(),
                        r.threatEvent(),
                        r.vulnerability(),
                        r.existingControls(),
                        r.initiation(),
                        r.adverseImpact(),
                        r.likelihood(),
                        r.impact(),
                        r.level(),
                        r.recommendation(),
                        r.citations(),
                        List.of(clinic.verdicts().getFirst().id())))
            .toList();
    return new Assessment(
        clinic.id(),
        clinic.toolVersion(),
        clinic.assessedAt(),
        clinic.scope(),
        clinic.packs(),
        clinic.snapshots(),
        clinic.assets(),
        clinic.verdicts(),
        clinic.safeguards(),
        clinic.citations(),
        found);
  }

  private Path written(Assessment assessment) throws IOException {
    Path file = folder.resolve("workbook.xlsx");
    Workbook.write(assessment, null, file, Progress.NONE);
    return file;
  }

  private static XSSFWorkbook read(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return new XSSFWorkbook(in);
    }
  }
}
