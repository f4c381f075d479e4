package org.safeguard.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.redaction.Profile;
import org.safeguard.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `safeguard bundle create`.
@Command(
    name = "create",
    mixinStandardHelpOptions = true,
    description = "Turns a source into a bundle, without the values of secrets.")
final class BundleCreate implements Callable<Integer> {

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

  @Option(
      names = "--redaction",
      paramLabel = "standard|strict",
      converter = ProfileName.class,
      description = "What is taken out, as in 'safeguard capture'. Default: standard.")
  private Profile profile = Profile.STANDARD;

  private final Workbench workbench;
  private final Terminal terminal;
  private final InputStream in;

  BundleCreate(Workbench workbench, Terminal terminal, InputStream in) {
    this.workbench = workbench;
    this.terminal = terminal;
    this.in = in;
  }

  @Override
  public Integer call() throws Exception {
    Snapshot snapshot =
        workbench.bundle(Sources.named(source, in), out, profile, terminal.progress());
    terminal.clearProgress();
    terminal
        .out()
        .printf(
            "Wrote %s with %s%n",
            out, Words.count(snapshot.resources().size(), "object", "objects"));
    return ExitStatus.DONE;
  }
}
