package org.safeguard.cli;

import java.util.Locale;
import org.safeguard.workbench.ExportFormat;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A format by its name.
final class FormatName implements ITypeConverter<ExportFormat> {

  FormatName() {}

  @Override
  public ExportFormat convert(String name) {
    return ExportFormat.named(name.toLowerCase(Locale.ROOT))
        .orElseThrow(() -> new TypeConversionException("name one of xlsx, json, csv, not " + name));
  }
}
