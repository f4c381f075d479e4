package org.safeguard.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeguard.bundle.Bundle;
import org.safeguard.bundle.BundleManifest;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.TypeCoverage;
import org.safeguard.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `safeguard bundle` and its commands.
@Command(
    name = "bundle",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Shows, verifies and makes bundles.",
      "A bundle is one file with everything that was captured of a cluster, a hash of each entry, and"
          + " without the values of secrets.",
      ""
    },
    commandListHeading = "%nCommands:%n")
final class BundleCommand implements Runnable {

  @Spec private CommandSpec spec;

  BundleCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name one of: show, verify, create");
  }

  /// `safeguard bundle show`.
  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Says what a bundle holds; does not check the hashes.")
  static final class Show implements Callable<Integer> {

    @Parameters(paramLabel = "BUNDLE", description = "The bundle, a .zip file.")
    private Path bundle = Path.of("");

    private final Terminal terminal;

    Show(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
      print(Bundle.manifest(bundle), terminal.out());
      return ExitStatus.DONE;
    }
  }

  /// `safeguard bundle verify`.
  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = "Checks that every entry of a bundle is as its manifest says.")
  static final class Verify implements Callable<Integer> {

    @Parameters(paramLabel = "BUNDLE", description = "The bundle, a .zip file.")
    private Path bundle = Path.of("");

    private final Terminal terminal;

    Verify(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
      BundleManifest manifest = Bundle.verify(bundle, terminal.progress());
      terminal
          .out()
          .printf(
              "%s: all %d entries are as the manifest says%n",
              bundle.getFileName(), manifest.entries().size());
      return ExitStatus.DONE;
    }
  }

  /// `safeguard bundle create`.
  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Turns a source into a bundle, without the values of secrets.")
  static final class Create implements Callable<Integer> {

    @Parameters(
        paramLabel = "SOURCE",
        description = "What to put in; the same kinds as for 'safeguard assess'.")
    private String source = "";

    @Option(
        names = {"-o", "--output"},
        required = true,
        paramLabel = "BUNDLE",
        description = "The bundle to write, a .zip file.")
    private Path out = Path.of("");

    private final Workbench workbench;
    private final Terminal terminal;
    private final InputStream in;

    Create(Workbench workbench, Terminal terminal, InputStream in) {
      this.workbench = workbench;
      this.terminal = terminal;
      this.in = in;
    }

    @Override
    public Integer call() throws Exception {
      Snapshot snapshot = workbench.bundle(Sources.named(source, in), out, terminal.progress());
      terminal
          .out()
          .printf(
              "Wrote %s with %s%n",
              out, Words.count(snapshot.resources().size(), "object", "objects"));
      return ExitStatus.DONE;
    }
  }

  private static void print(BundleManifest manifest, PrintWriter to) {
    to.println("Format version      " + manifest.formatVersion());
    to.println("Made by             Safeguard Workbench " + manifest.toolVersion());
    to.println("Cluster             " + orUnknown(manifest.cluster()));
    to.println("Captured            " + orUnknown(manifest.capturedAt()));
    to.println("Kubernetes version  " + orUnknown(manifest.kubernetesVersion()));
    to.printf("%n%-60s %-10s %9s%n", "Type", "Coverage", "Objects");
    for (TypeCoverage type : manifest.coverage()) {
      String line =
          "%-60s %-10s %,9d  %s"
              .formatted(type.type(), Words.of(type.state()), type.count(), type.cause());
      to.println(line.stripTrailing());
    }
    to.flush();
  }

  private static String orUnknown(@Nullable Object value) {
    return value == null || value.toString().isEmpty() ? "not known" : value.toString();
  }
}
