package org.safeguard.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.safeguard.bundle.Bundle;
import org.safeguard.seal.Signatures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `safeguard bundle sign`.
@Command(
    name = "sign",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Signs a bundle, after checking it, in a file beside it: BUNDLE.sig.")
final class BundleSign implements Callable<Integer> {

  @Parameters(paramLabel = "BUNDLE", description = "The bundle, a .zip file.")
  private Path bundle = Path.of("");

  @Option(
      names = "--key",
      required = true,
      paramLabel = "F",
      description = "The private key, as 'safeguard bundle new-key' or OpenSSL writes it.")
  private Path key = Path.of("");

  private final Terminal terminal;

  BundleSign(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Bundle.verify(bundle, terminal.progress());
    terminal.clearProgress();
    Signatures.Signed signed = Signatures.sign(bundle, key);
    terminal.out().printf("Wrote %s%n", Signatures.beside(bundle));
    terminal.out().printf("Key %s%n", signed.fingerprint());
    return ExitStatus.DONE;
  }
}
