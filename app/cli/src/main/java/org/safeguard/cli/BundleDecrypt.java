package org.safeguard.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeguard.seal.Encryption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `safeguard bundle decrypt`.
@Command(
    name = "decrypt",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Decrypts a bundle that was encrypted in the age format.")
final class BundleDecrypt implements Callable<Integer> {

  private static final String ENDING = ".age";

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "F.age", description = "The encrypted file.")
  private Path file = Path.of("");

  @Option(
      names = {"-i", "--identity"},
      required = true,
      paramLabel = "F",
      description = "The key file, as 'safeguard bundle new-key --age' or age-keygen writes it.")
  private Path identity = Path.of("");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "BUNDLE",
      description = "The bundle to write. Default: the file's name without .age.")
  private @Nullable Path out;

  private final Terminal terminal;

  BundleDecrypt(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Path to = out == null ? withoutEnding() : out;
    Encryption.decrypt(file, to, identity);
    terminal.out().printf("Wrote %s%n", to);
    return ExitStatus.DONE;
  }

  private Path withoutEnding() {
    String name = String.valueOf(file.getFileName());
    if (!name.endsWith(ENDING) || name.length() == ENDING.length()) {
      throw new ParameterException(
          spec.commandLine(), name + " does not end in .age; say where to write with -o");
    }
    return file.resolveSibling(name.substring(0, name.length() - ENDING.length()));
  }
}
