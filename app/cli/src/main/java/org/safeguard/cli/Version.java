package org.safeguard.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// The version of this tool, from the jar's manifest.
final class Version implements CommandLine.IVersionProvider {

  static String text() {
    @Nullable String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"Safeguard Workbench " + text()};
  }
}
