package org.safeguard.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.safeguard.bundle.Bundle;
import org.safeguard.model.snapshot.Redaction;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.redaction.Profile;
import org.safeguard.snapshot.Source;
import org.safeguard.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `safeguard bundle redact`.
@Command(
    name = "redact",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Writes a bundle again with more taken out. What was taken out does not come back.")
final class BundleRedact implements Callable<Integer> {

  @Parameters(paramLabel = "BUNDLE", description = "The bundle to read, a .zip file.")
  private Path bundle = Path.of("");

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "BUNDLE",
      description = "The bundle to write, a .zip file.")
  private Path out = Path.of("");

  @Option(
      names = {"--profile", "--redaction"},
      paramLabel = "standard|strict",
      converter = ProfileName.class,
      description = "What is taken out, as in 'safeguard capture'. Default: strict.")
  private Profile profile = Profile.STRICT;

  private final Workbench workbench;
  private final Terminal terminal;

  BundleRedact(Workbench workbench, Terminal terminal) {
    this.workbench = workbench;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Bundle.manifest(bundle); // so that only a bundle is taken for one
    Snapshot snapshot =
        workbench.bundle(new Source.PathSource(bundle), out, profile, terminal.progress());
    terminal.clearProgress();
    long gone =
        snapshot.record().redactions().stream()
            .filter(redaction -> !redaction.kept())
            .mapToLong(Redaction::count)
            .sum();
    terminal
        .out()
        .printf(
            "Wrote %s with %s; %s taken out in all%n",
            out,
            Words.count(snapshot.resources().size(), "object", "objects"),
            Words.count(gone, "value", "values"));
    return ExitStatus.DONE;
  }
}
