package org.safeguard.reporting;

import java.util.List;
import org.safeguard.model.progress.Progress;

/// A sheet of the workbook: it knows the names it needs in a template and how to fill them.
interface ReportSheet {

  /// Defined names that a template must hold for this sheet.
  List<String> names();

  /// Fills the sheet.
  void fill(Template template, Report report, Progress progress);
}
