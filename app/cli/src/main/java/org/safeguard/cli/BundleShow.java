package org.safeguard.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.safeguard.bundle.Bundle;
import org.safeguard.bundle.BundleManifest;
import org.safeguard.model.snapshot.UnreadableInputException;
import org.safeguard.seal.Signatures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `safeguard bundle show`.
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Says what a bundle holds; does not check the hashes.")
final class BundleShow implements Callable<Integer> {

  @Parameters(paramLabel = "BUNDLE", description = "The bundle, a .zip file.")
  private Path bundle = Path.of("");

  private final Terminal terminal;

  BundleShow(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    BundleManifest manifest = Bundle.manifest(bundle);
    new BundleText(terminal.out()).print(manifest, Bundle.record(bundle), signature());
    return ExitStatus.DONE;
  }

  private String signature() {
    Path signature = Signatures.beside(bundle);
    if (Files.notExists(signature)) {
      return "none beside it";
    }
    try {
      return "holds, key " + Signatures.verify(bundle, signature, null).fingerprint();
    } catch (UnreadableInputException e) {
      return "DOES NOT HOLD: " + e.why();
    }
  }
}
