package org.safeguard.reporting;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safeguard.document.AtomicFile;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.risk.Assessment;

/// The risk analysis workbook: an assessment as the `.xlsx` that management receives.
///
/// Layout, wording, charts and validations come from a template; the sheets here fill it. The same
/// assessment and template always give the same bytes.
public final class Workbook {

  /// In the order of filling; the order of the sheets is the template's.
  private static final List<ReportSheet> SHEETS =
      List.of(
          new SummarySheet(),
          new ScopeSheet(),
          new InventorySheet(),
          new MeasuresSheet(),
          new RegisterSheet(),
          new PlanSheet(),
          new FindingsSheet(),
          new NotAssessedSheet(),
          new ReferenceSheet());

  private Workbook() {}

  /// Writes the workbook beside the target and renames it when it is whole.
  ///
  /// @param template null for the built-in template
  /// @throws IOException when the template cannot be used or the file cannot be written; the
  ///     target is then as it was
  public static void write(
      Assessment assessment, @Nullable Path template, Path out, Progress progress)
      throws IOException {
    progress.report("Writing the workbook", 0);
    AtomicFile.write(
        out, stream -> ScratchFiles.with(() -> write(assessment, template, stream, progress)));
    progress.report("Workbook written", 1);
  }

  private static void write(
      Assessment assessment, @Nullable Path file, OutputStream out, Progress progress)
      throws IOException {
    Report report = new Report(assessment);
    try (Template template = Template.open(file, assessment.assessedAt(), names())) {
      template.put(CoverValues.of(report));
      for (int i = 0; i < SHEETS.size(); i++) {
        progress.checkCancelled();
        SHEETS.get(i).fill(template, report, progress);
        progress.report("Writing the workbook", (i + 1.0) / (SHEETS.size() + 2));
      }
      DocumentProperties.set(template.plan(), report);
      ChartCaches.refresh(template.plan());
      template.book().write(new CancellableStream(out, progress));
    }
  }

  /// The defined names that a template must hold.
  static List<String> names() {
    return SHEETS.stream().flatMap(sheet -> sheet.names().stream()).toList();
  }
}
