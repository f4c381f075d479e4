package org.safeguard.cli;

import java.io.InputStream;
import org.safeguard.workbench.Workbench;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `safeguard bundle`.
@Command(
    name = "bundle",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Shows, verifies, makes, signs and encrypts bundles.",
      "A bundle is one file with everything that was captured of a cluster, a hash of each entry, and"
          + " without the values of secrets.",
      ""
    },
    commandListHeading = "%nCommands:%n")
final class BundleCommand implements Runnable {

  @Spec private CommandSpec spec;

  BundleCommand() {}

  /// With its commands.
  static CommandLine create(Workbench workbench, Terminal terminal, InputStream in) {
    return new CommandLine(new BundleCommand())
        .addSubcommand(new BundleShow(terminal))
        .addSubcommand(new BundleVerify(terminal))
        .addSubcommand(new BundleCreate(workbench, terminal, in))
        .addSubcommand(new BundleDiff(workbench, terminal))
        .addSubcommand(new BundleRedact(workbench, terminal))
        .addSubcommand(new BundleSign(terminal))
        .addSubcommand(new BundleEncrypt(terminal))
        .addSubcommand(new BundleDecrypt(terminal))
        .addSubcommand(new BundleNewKey(terminal));
  }

  @Override
  public void run() {
    String commands = String.join(", ", spec.subcommands().keySet());
    throw new ParameterException(spec.commandLine(), "name one of: " + commands);
  }
}
