package org.safeguard.cli;

import java.util.Arrays;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// What to export, by its name.
final class FormatName implements ITypeConverter<ExportKind> {

  FormatName() {}

  @Override
  public ExportKind convert(String name) {
    return Arrays.stream(ExportKind.values())
        .filter(kind -> kind.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "name one of xlsx, json, csv, remediation, not " + name));
  }
}
