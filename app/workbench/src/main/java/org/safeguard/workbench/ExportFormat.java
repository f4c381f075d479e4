package org.safeguard.workbench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.safeguard.document.AtomicFile;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.risk.Assessment;
import org.safeguard.reporting.ResultCsv;
import org.safeguard.reporting.ResultJson;
import org.safeguard.reporting.Workbook;

/// The documents an assessment can become.
public enum ExportFormat {
  /// The risk analysis workbook for management.
  XLSX,
  /// The result JSON, schema `safeguard-results/1`.
  JSON,
  /// One row a verdict.
  CSV;

  /// The format by its name on the command line, such as `xlsx`.
  public static Optional<ExportFormat> named(String name) {
    return Arrays.stream(values()).filter(format -> format.extension().equals(name)).findFirst();
  }

  /// The name on the command line and the usual file name extension.
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The format that a file name asks for, or this one where it asks for none.
  public ExportFormat orOf(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(format -> name.endsWith("." + format.extension()))
        .findFirst()
        .orElse(this);
  }

  /// Writes the document; it appears whole under its name, or not at all.
  public void write(Assessment assessment, Path out, Progress progress) throws IOException {
    switch (this) {
      case XLSX -> Workbook.write(assessment, null, out, progress);
      case JSON -> AtomicFile.write(out, stream -> ResultJson.write(assessment, stream));
      case CSV -> AtomicFile.write(out, stream -> ResultCsv.write(assessment, stream));
    }
  }
}
