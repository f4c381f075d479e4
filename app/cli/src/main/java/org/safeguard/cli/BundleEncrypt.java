package org.safeguard.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeguard.seal.Encryption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `safeguard bundle encrypt`.
@Command(
    name = "encrypt",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Encrypts a bundle so that only its recipients can read it, in the age format.")
final class BundleEncrypt implements Callable<Integer> {

  @Parameters(paramLabel = "BUNDLE", description = "The bundle, a .zip file.")
  private Path bundle = Path.of("");

  @Option(
      names = {"-r", "--recipient"},
      required = true,
      paramLabel = "age1…",
      description = "Who can decrypt it; may be repeated.")
  private List<String> recipients = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "F.age",
      description = "The file to write. Default: BUNDLE.age.")
  private @Nullable Path out;

  private final Terminal terminal;

  BundleEncrypt(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Path to = out == null ? bundle.resolveSibling(bundle.getFileName() + ".age") : out;
    Encryption.encrypt(bundle, to, recipients);
    terminal
        .out()
        .printf("Wrote %s for %s%n", to, Words.count(recipients.size(), "recipient", "recipients"));
    return ExitStatus.DONE;
  }
}
