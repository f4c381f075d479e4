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
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Assesses a container platform that handles health information against the HIPAA Security Rule.",
      "You capture a cluster, read-only, or hand in what was captured of it; you get a risk analysis"
          + " workbook. Everything runs on this computer: nothing is sent anywhere.",
      "",
      "Without a command, the desktop opens.",
      ""
    },
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nExit status:%n",
    footer = {
      "  0   done",
      "  1   a finding is as severe as --fail-on says or more, or a test of a pack failed",
      "  2   wrong usage",
      "  3   something cannot be read or written; one line says what, why and what to do",
      "  4   done, but the sources lack something that they should hold; the end of the text says what",
      "  70  a fault of this tool, with a short code to report",
      "  130 stopped by Ctrl-C",
      "",
      "Environment:",
      "  NO_COLOR=1               no colours",
      "  SAFEGUARD_LOG=debug      what goes on inside, on standard error",
      "  SAFEGUARD_JAVA_OPTIONS   for example -Xmx4g, for very large clusters",
      "  SOURCE_DATE_EPOCH=N      take this as the time of the assessment, for equal bytes",
      "",
      "Example:",
      "  safeguard capture --context clinic -o clinic.zip",
      "  safeguard assess clinic.zip --workbook clinic.xlsx --engagement clinic.safeguard"
    })
final class SafeguardCommand implements Runnable {

  @Spec private CommandSpec spec;

  SafeguardCommand() {}

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "name a command: assess, capture, collector, compare, export, bundle or packs");
  }
}
