package org.safeguard.cli;

import java.util.Arrays;
import org.safeguard.redaction.Profile;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A redaction profile by its name.
final class ProfileName implements ITypeConverter<Profile> {

  ProfileName() {}

  @Override
  public Profile convert(String name) {
    return Arrays.stream(Profile.values())
        .filter(profile -> profile.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () -> new TypeConversionException("name one of standard, strict, not " + name));
  }
}
