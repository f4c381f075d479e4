package org.safeguard.reporting;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// Rebuilds the built-in template, `reports-templates/risk-analysis.xlsx`.
///
/// ```
/// mvn -q test-compile exec… or: mvn test -pl app/reporting -Dtest=TemplateTest -Dtemplate.rebuild
/// ```
final class TemplateGenerator {

  static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

  private TemplateGenerator() {}

  static void write(Path file) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook()) {
      Look look = new Look(book);
      Page cover = new Page(book, look, "Cover", Look.NAVY);
      Page summary = new Page(book, look, "Summary", Look.TEAL);
      Page scope = new Page(book, look, "Scope and method", Look.NAVY);
      Page inventory = new Page(book, look, "ePHI inventory", Look.NAVY);
      Page measures = new Page(book, look, "Current measures", Look.NAVY);
      Page register = new Page(book, look, "Risk register", Look.ATTESTATION);
      Page plan = new Page(book, look, "Remediation plan", Look.ATTESTATION);
      Page findings = new Page(book, look, "Findings", Look.NAVY);
      Page notAssessed = new Page(book, look, "Not assessed", Look.NAVY);
      Page reference = new Page(book, look, "Reference", Look.GREY);
      // The names that formulas use come first.
      ReferenceTemplate.lay(reference);
      RegisterTemplate.lay(register);
      CoverTemplate.lay(cover);
      SummaryTemplate.lay(summary);
      ScopeTemplate.lay(scope);
      TableTemplates.inventory(inventory);
      TableTemplates.measures(measures);
      TableTemplates.plan(plan);
      TableTemplates.findings(findings);
      TableTemplates.notAssessed(notAssessed);
      var core = book.getProperties().getCoreProperties();
      core.setTitle("Risk analysis workbook template");
      core.setCreator("Safeguard Workbench");
      core.setCreated(Optional.of(Date.from(TIME)));
      core.setModified(Optional.of(Date.from(TIME)));
      save(book, file);
    }
  }

  private static void save(XSSFWorkbook book, Path file) throws IOException {
    try (RepeatableWorkbook whole = new RepeatableWorkbook(book, TIME);
        OutputStream out = Files.newOutputStream(file)) {
      whole.write(out);
    }
  }

  /// @param arguments the file to write
  public static void main(String[] arguments) throws IOException {
    write(Path.of(arguments[0]));
  }
}
