package org.safeguard.cli;

import java.util.Locale;
import java.util.Optional;
import org.safeguard.workbench.ExportFormat;

/// What `safeguard export` can write: the documents, and what to do about the findings.
enum ExportKind {
  XLSX,
  JSON,
  CSV,
  REMEDIATION;

  /// The document; empty for what is none.
  Optional<ExportFormat> document() {
    return ExportFormat.named(name().toLowerCase(Locale.ROOT));
  }
}
