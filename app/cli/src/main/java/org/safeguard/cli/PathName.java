package org.safeguard.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A file by its name.
final class PathName implements ITypeConverter<Path> {

  PathName() {}

  @Override
  public Path convert(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(words(e));
    }
  }

  /// Java takes the encoding of file names from the language settings of the process.
  static String words(InvalidPathException failure) {
    return failure.getInput()
        + " cannot be a file name under the language settings. Set LC_ALL=C.UTF-8 and try again";
  }
}
