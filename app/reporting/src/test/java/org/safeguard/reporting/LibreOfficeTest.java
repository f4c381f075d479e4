package org.safeguard.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguard.model.progress.Progress;

/// A second opinion on the formulas: another spreadsheet program opens the workbook, calculates,
/// and saves it.
final class LibreOfficeTest {

  @TempDir private Path folder;

  @Test
  void libreOfficeCalculatesWithoutAnErrorAndKeepsTheCharts() throws Exception {
    assumeTrue(installed(), "LibreOffice (soffice) is not installed");
    Path file = folder.resolve("clinic.xlsx");
    Workbook.write(Clinic.small(), null, file, Progress.NONE);
    Path saved = convert(file);
    List<String> errors = new ArrayList<>();
    try (var in = Files.newInputStream(saved);
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      for (Sheet sheet : book) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            CellType type =
                cell.getCellType() == CellType.FORMULA
                    ? cell.getCachedFormulaResultType()
                    : cell.getCellType();
            if (type == CellType.ERROR) {
              errors.add(sheet.getSheetName() + "!" + cell.getAddress());
            }
          }
        }
      }
      assertEquals(List.of(), errors);
      assertEquals(3, book.getSheet("Summary").getDrawingPatriarch().getCharts().size());
      assertEquals(
          "Very High", book.getSheet("Risk register").getRow(4).getCell(12).getStringCellValue());
    }
  }

  private static boolean installed() {
    return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
        .anyMatch(place -> Files.isExecutable(Path.of(place, "soffice")));
  }

  private Path convert(Path file) throws IOException, InterruptedException {
    Path out = Files.createDirectory(folder.resolve("converted"));
    Process office =
        new ProcessBuilder(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "xlsx",
                "--outdir",
                out.toString(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("soffice.log").toFile())
            .start();
    assertTrue(office.waitFor(3, TimeUnit.MINUTES), "LibreOffice did not end");
    Path saved = out.resolve(file.getFileName());
    assertTrue(Files.exists(saved), Files.readString(folder.resolve("soffice.log")));
    return saved;
  }
}
