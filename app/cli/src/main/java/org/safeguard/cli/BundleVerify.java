package org.safeguard.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeguard.bundle.Bundle;
import org.safeguard.bundle.BundleManifest;
import org.safeguard.model.snapshot.UnreadableInputException;
import org.safeguard.seal.Signatures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `safeguard bundle verify`.
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Checks that every entry of a bundle is as its manifest says, and its signature.")
final class BundleVerify implements Callable<Integer> {

  @Parameters(paramLabel = "BUNDLE", description = "The bundle, a .zip file.")
  private Path bundle = Path.of("");

  @Option(
      names = "--signature",
      paramLabel = "F.sig",
      description = "The signature. Default: BUNDLE.sig, where there is one.")
  private @Nullable Path signature;

  @Option(
      names = "--key",
      paramLabel = "F.pub",
      description = "The public key that the signature must be made with.")
  private @Nullable Path key;

  private final Terminal terminal;

  BundleVerify(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    BundleManifest manifest = Bundle.verify(bundle, terminal.progress());
    terminal.clearProgress();
    Path beside = Signatures.beside(bundle);
    boolean signed = signature != null || key != null || Files.exists(beside);
    String words = signed ? signed(signature == null ? beside : signature) : "";
    terminal
        .out()
        .printf(
            "%s: all %d entries are as the manifest says%n%s",
            bundle.getFileName(), manifest.entries().size(), words);
    terminal.out().flush();
    return ExitStatus.DONE;
  }

  private String signed(Path by) throws UnreadableInputException {
    Signatures.Signed signed = Signatures.verify(bundle, by, key);
    String advice =
        signed.trusted()
            ? "which is the one you named"
            : "compare it with the fingerprint that the signer tells you, or name the key: --key";
    return "%s: made of this bundle with the key %s;%n%s%n"
        .formatted(by.getFileName(), signed.fingerprint(), advice);
  }
}
