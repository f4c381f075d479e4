package org.safeguard.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The root command; alone it opens the desktop, which the launcher does before this class loads.
@Command(
    name = "safeguard",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Assesses container platforms of healthcare organisations against the HIPAA Security Rule.",
      "Everything runs on this computer: nothing is sent anywhere, and nothing is changed in a cluster.",
      "",
      "Without a command, the desktop opens."
    },
    footerHeading = "%nExit status:%n",
    footer = {
      "  0   done",
      "  1   findings at or above --fail-on, or a check that did not hold",
      "  2   wrong usage",
      "  3   input that cannot be read, or output that cannot be written",
      "  4   done, but the sources lack something they should have held",
      "  70  a fault of this tool, with a short code to report",
      "",
      "Example: safeguard assess manifests/ --workbook risk-analysis.xlsx --engagement clinic.safeguard"
    })
final class SafeguardCommand implements Runnable {

  @Spec private CommandSpec spec;

  SafeguardCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command");
  }
}
