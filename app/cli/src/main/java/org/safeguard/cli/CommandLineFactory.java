package org.safeguard.cli;

import java.io.InputStream;
import java.nio.file.Path;
import org.safeguard.workbench.Workbench;
import picocli.CommandLine;

/// Puts the commands together.
final class CommandLineFactory {

  private static final int HELP_WIDTH = 100;

  private CommandLineFactory() {}

  static CommandLine create(
      Workbench workbench, Terminal terminal, InputStream in, Interruption interruption) {
    CommandLine line =
        new CommandLine(new SafeguardCommand())
            .addSubcommand(new AssessCommand(workbench, terminal, in))
            .addSubcommand(new CaptureCommand(workbench, terminal, in, interruption))
            .addSubcommand(new CollectorCommand(terminal))
            .addSubcommand(new CompareCommand(workbench, terminal))
            .addSubcommand(new ExportCommand(workbench, terminal))
            .addSubcommand(BundleCommand.create(workbench, terminal, in))
            .addSubcommand(new PodSecurityCommand(workbench, terminal, in))
            .addSubcommand(new NetworkCommand(workbench, terminal, in))
            .addSubcommand(new AccessCommand(workbench, terminal, in))
            .addSubcommand(packs(workbench, terminal))
            .addSubcommand(new CommandLine.HelpCommand());
    Failures failures = new Failures(terminal);
    return line.registerConverter(Path.class, new PathName())
        .setOut(terminal.out())
        .setErr(terminal.err())
        .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.ansi()))
        .setUsageHelpWidth(HELP_WIDTH)
        .setUsageHelpAutoWidth(false)
        .setAbbreviatedOptionsAllowed(false)
        .setExecutionStrategy(failures.guarding(new CommandLine.RunLast()))
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures);
  }

  private static CommandLine packs(Workbench workbench, Terminal terminal) {
    return new CommandLine(new PacksCommand())
        .addSubcommand(new PacksCommand.ListPacks(workbench, terminal))
        .addSubcommand(new PacksCommand.Show(workbench, terminal))
        .addSubcommand(new PacksCommand.Check(workbench, terminal))
        .addSubcommand(new PacksCommand.Test(workbench, terminal))
        .addSubcommand(new PacksCommand.Docs(workbench, terminal));
  }
}
