package org.safeguard.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.safeguard.seal.Encryption;
import org.safeguard.seal.SigningKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `safeguard bundle new-key`.
@Command(
    name = "new-key",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Makes a key to sign bundles with, or one to receive encrypted bundles with.")
final class BundleNewKey implements Callable<Integer> {

  @Parameters(paramLabel = "F", description = "The key file to write; never replaces a file.")
  private Path file = Path.of("");

  @Option(names = "--age", description = "A key to decrypt with, instead of one to sign with.")
  private boolean age;

  private final Terminal terminal;

  BundleNewKey(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    if (age) {
      String recipient = Encryption.newIdentity(file, Instant.now());
      terminal.out().printf("Wrote %s; keep it to yourself%n", file);
      terminal.out().printf("Who encrypts for you needs: %s%n", recipient);
    } else {
      SigningKeys.KeyFiles keys = SigningKeys.create(file);
      terminal.out().printf("Wrote %s; keep it to yourself%n", keys.privateKey());
      terminal.out().printf("Wrote %s; hand it to who checks%n", keys.publicKey());
      terminal.out().printf("Key %s%n", keys.fingerprint());
    }
    return ExitStatus.DONE;
  }
}
