package org.safeguard.reporting;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.model.progress.CancelledException;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.snapshot.CaptureRecord;
import org.safeguard.model.snapshot.CaptureRequest;
import org.safeguard.model.snapshot.Snapshot;

final class WorkbookTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden/clinic.txt");

  @TempDir private Path folder;

  @Test
  void everyCellOfTheClinicIsAsItWas() throws IOException {
    String text = WorkbookText.of(written(Clinic.small()));
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(GOLDEN.getParent());
      Files.writeString(GOLDEN, text);
    }
    assertEquals(Files.readString(GOLDEN), text, "see it and run with -Dgolden.update=true");
  }

  @Test
  void theSameAssessmentGivesTheSameBytesInEveryTimeZone() throws IOException {
    byte[] first = Files.readAllBytes(written(Clinic.small()));
    TimeZone before = TimeZone.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
      assertArrayEquals(first, Files.readAllBytes(written(Clinic.small())));
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @Test
  void sheetsComeInTheOrderTheyAreRead() throws IOException {
    try (XSSFWorkbook book = read(written(Clinic.small()))) {
      List<String> names =
          Stream.iterate(0, i -> i < book.getNumberOfSheets(), i -> i + 1)
              .map(book::getSheetName)
              .toList();
      assertEquals(
          List.of(
              "Cover",
              "Summary",
              "Scope and method",
              "ePHI inventory",
              "Current measures",
              "Risk register",
              "Remediation plan",
              "Findings",
              "Not assessed",
              "Reference"),
          names);
    }
  }

  @Test
  void textOfTheClusterStaysTextWhateverItBeginsWith() throws IOException {
    try (XSSFWorkbook book = read(written(Clinic.small()))) {
      XSSFSheet findings = book.getSheet("Findings");
      int column = FindingsSheet.Column.MESSAGE.ordinal();
      var hostile = findings.getRow(4).getCell(column);
      assertEquals(CellType.STRING, hostile.getCellType());
      assertEquals(Clinic.HOSTILE, hostile.getStringCellValue());
      assertTrue(hostile.getCellStyle().getQuotePrefixed());
      assertEquals(32_767, findings.getRow(5).getCell(column).getStringCellValue().length());
      assertEquals(
          "a\u2400b\u2407c\u241bd_x0041_e\nf\ud83d\ude91g\ufffdh\ufffd",
          findings.getRow(6).getCell(column).getStringCellValue());
      assertEquals("+1+2", findings.getRow(7).getCell(column).getStringCellValue());
    }
  }

  @Test
  void anAssessmentWithoutAnythingIsStillAWorkbook() throws IOException {
    Assessment clinic = Clinic.small();
    Assessment nothing =
        new Assessment(
            clinic.id(),
            clinic.toolVersion(),
            clinic.assessedAt(),
            org.safeguard.model.risk.Scope.NONE,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    try (XSSFWorkbook book = read(written(nothing))) {
      assertEquals("No check failed", book.getSheet("Findings").getRow(4).getCell(0).toString());
    }
  }

  @Test
  void aLongLogOfRequestsIsSummedUpByPathAndBounded() throws IOException {
    List<CaptureRequest> requests = new ArrayList<>();
    for (int i = 0; i < 3 * (CaptureTables.MOST_PATHS + 50); i++) {
      String path = "/apis/group%03d/v1/things?limit=500&continue=%d".formatted(i / 3, i);
      requests.add(new CaptureRequest(Clinic.TIME, "GET", path, 200, 10));
    }
    CaptureRecord record = new CaptureRecord(List.of(), requests, List.of());
    try (XSSFWorkbook book = read(written(withRecord(record)))) {
      AreaReference area =
          new AreaReference(
              book.getName("Requests").getRefersToFormula(), SpreadsheetVersion.EXCEL2007);
      int last = area.getLastCell().getRow();
      assertEquals(CaptureTables.MOST_PATHS, last - area.getFirstCell().getRow());
      var row = book.getSheet("Scope and method").getRow(last);
      assertEquals("and 50 more paths", row.getCell(0).getStringCellValue());
      assertEquals(150, row.getCell(3).getNumericCellValue());
      assertEquals(1500, row.getCell(5).getNumericCellValue());
    }
  }

  private static Assessment withRecord(CaptureRecord record) {
    Assessment clinic = Clinic.small();
    Snapshot of = clinic.snapshots().getFirst();
    Snapshot snapshot =
        new Snapshot(
            of.id(),
            of.source(),
            of.format(),
            of.cluster(),
            of.capturedAt(),
            of.kubernetesVersion(),
            of.files(),
            of.resources(),
            of.coverage(),
            of.skipped(),
            record);
    return new Assessment(
        clinic.id(),
        clinic.toolVersion(),
        clinic.assessedAt(),
        clinic.scope(),
        List.of(),
        List.of(snapshot),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void chartsHoldTheFiguresOfTheCells() throws IOException {
    try (XSSFWorkbook book = read(written(Clinic.small()))) {
      var charts = book.getSheet("Summary").getDrawingPatriarch().getCharts();
      assertEquals(3, charts.size());
      var bars = charts.get(1).getCTChart().getPlotArea().getBarChartArray(0);
      List<String> values =
          bars.getSerArray(0).getVal().getNumRef().getNumCache().getPtList().stream()
              .map(point -> point.getV())
              .toList();
      assertEquals(List.of("30", "16", "40", "7"), values);
    }
  }

  @Test
  void cancellingLeavesTheTargetAsItWasAndNothingElse() throws IOException {
    Path target = folder.resolve("risk.xlsx");
    Files.writeString(target, "before");
    Progress cancelled =
        new Progress() {
          @Override
          public void report(String message, double fraction) {}

          @Override
          public void checkCancelled() {
            throw new CancelledException();
          }
        };
    assertThrows(
        CancelledException.class, () -> Workbook.write(Clinic.small(), null, target, cancelled));
    assertEquals("before", Files.readString(target));
    assertEquals(List.of(target), files());
  }

  @Test
  void aTemplateThatIsNoWorkbookIsNamedAndNothingIsLeft() throws IOException {
    Path template = Files.writeString(folder.resolve("template.xlsx"), "no workbook");
    IOException problem =
        assertThrows(
            IOException.class,
            () ->
                Workbook.write(
                    Clinic.small(), template, folder.resolve("out.xlsx"), Progress.NONE));
    assertTrue(problem.getMessage().startsWith(template.toString()), problem.getMessage());
    assertEquals(List.of(template), files());
  }

  @Test
  void aTemplateWithoutANameSaysWhich() throws IOException {
    Path template = folder.resolve("template.xlsx");
    TemplateGenerator.write(template);
    try (XSSFWorkbook book = read(template);
        var out = Files.newOutputStream(folder.resolve("other.xlsx"))) {
      book.removeName(book.getName("HeatMap"));
      book.write(out);
    }
    IOException problem =
        assertThrows(
            IOException.class,
            () ->
                Workbook.write(
                    Clinic.small(),
                    folder.resolve("other.xlsx"),
                    folder.resolve("out.xlsx"),
                    Progress.NONE));
    assertTrue(problem.getMessage().endsWith("the template has no range named HeatMap"));
  }

  @Test
  void aTemplateMayRenameItsSheets() throws IOException {
    Path template = folder.resolve("template.xlsx");
    TemplateGenerator.write(template);
    Path renamed = folder.resolve("renamed.xlsx");
    try (XSSFWorkbook book = read(template);
        var out = Files.newOutputStream(renamed)) {
      book.setSheetName(book.getSheetIndex("Risk register"), "Risks of Bob's clinic");
      book.write(out);
    }
    Path target = folder.resolve("out.xlsx");
    Workbook.write(Clinic.small(), renamed, target, Progress.NONE);
    try (XSSFWorkbook book = read(target)) {
      assertEquals(
          "R-SAF-01-HANDLES",
          book.getSheet("Risks of Bob's clinic").getRow(4).getCell(0).getStringCellValue());
    }
    FormulasTest.assertValuesAreThoseOfTheFormulas(target);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
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
