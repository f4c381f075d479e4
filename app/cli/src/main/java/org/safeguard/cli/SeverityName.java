package org.safeguard.cli;

import java.util.Arrays;
import org.safeguard.model.rule.Severity;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A severity by its name.
final class SeverityName implements ITypeConverter<Severity> {

  SeverityName() {}

  @Override
  public Severity convert(String name) {
    return Arrays.stream(Severity.values())
        .filter(severity -> severity.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "name one of critical, high, medium, low, not " + name));
  }
}
