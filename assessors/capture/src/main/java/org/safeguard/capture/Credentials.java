package org.safeguard.capture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.snapshot.UnreadableInputException;

/// The credentials of one capture. They stay in memory, and nothing here prints them.
final class Credentials {

  private static final int MAX_TOKEN = 1 << 16;
  private static final Duration TOKEN_FILE_AGE = Duration.ofMinutes(1);
  private static final Duration BEFORE_EXPIRY = Duration.ofSeconds(30);

  private final Access.Proof proof;
  private final ExecRunner runner;
  private final Clock clock;
  private final @Nullable ExecPlugin plugin;
  private ExecRunner.@Nullable Credential given;
  private @Nullable Hidden token;
  private @Nullable Instant tokenReadAt;

  private Credentials(
      Access.Proof proof, @Nullable ExecPlugin plugin, ExecRunner runner, Clock clock) {
    this.proof = proof;
    this.plugin = plugin;
    this.runner = runner;
    this.clock = clock;
    this.token = proof.token();
  }

  /// Gets hold of the credentials; a plug-in runs here, and only when it is approved.
  static Credentials open(Access access, ExecApproval approval, ExecRunner runner, Clock clock)
      throws UnreadableInputException {
    Access.Proof proof = access.proof();
    String context = access.context().name();
    if (proof.refusal() != null) {
      throw new UnreadableInputException(context, proof.refusal(), Expiry.RENEW);
    }
    Expiry.check(access, clock.instant());
    boolean another =
        proof.token() != null || proof.tokenFile() != null || proof.certificate() != null;
    ExecPlugin plugin = another ? null : proof.exec();
    Credentials credentials = new Credentials(proof, plugin, runner, clock);
    if (plugin != null) {
      if (!approval.approve(plugin.command(), context)) {
        throw new UnreadableInputException(
            context,
            "its program for signing in was not allowed to run: "
                + String.join(" ", plugin.command()),
            "Allow it, or use a context with a certificate or a token");
      }
      credentials.given = runner.run(plugin);
    }
    if (proof.tokenFile() != null) {
      credentials.readTokenFile(proof.tokenFile());
    }
    return credentials;
  }

  private void readTokenFile(Path file) throws UnreadableInputException {
    try {
      if (Files.size(file) > MAX_TOKEN) {
        throw new UnreadableInputException(
            file.toString(), "it is too large for a token", "Correct the kubeconfig's tokenFile");
      }
      token = new Hidden(Files.readString(file, StandardCharsets.ISO_8859_1).strip());
      tokenReadAt = clock.instant();
    } catch (IOException e) {
      throw new UnreadableInputException(
          file.toString(), "the token cannot be read", "Correct the kubeconfig's tokenFile", e);
    }
  }

  /// PEM text of the client certificate, null for none.
  synchronized @Nullable String certificate() {
    return given != null && given.certificate() != null ? given.certificate() : proof.certificate();
  }

  /// The client certificate's key, null for none.
  synchronized @Nullable Hidden key() {
    return given != null && given.key() != null ? given.key() : proof.key();
  }

  /// The value of the header `Authorization`, empty when a certificate is all there is.
  synchronized Optional<String> authorization() {
    if (proof.tokenFile() != null
        && tokenReadAt != null
        && tokenReadAt.plus(TOKEN_FILE_AGE).isBefore(clock.instant())) {
      reread(proof.tokenFile());
    }
    if (plugin != null && isNearlyOver(given)) {
      renew();
    }
    Hidden bearer = given == null || given.token() == null ? token : given.token();
    if (bearer != null) {
      return Optional.of("Bearer " + bearer.reveal());
    }
    return proof.basic() == null
        ? Optional.empty()
        : Optional.of(
            "Basic "
                + Base64.getEncoder()
                    .encodeToString(proof.basic().reveal().getBytes(StandardCharsets.UTF_8)));
  }

  private boolean isNearlyOver(ExecRunner.@Nullable Credential credential) {
    return credential != null
        && credential.expires() != null
        && credential.expires().minus(BEFORE_EXPIRY).isBefore(clock.instant());
  }

  /// Gets fresh credentials after the server refused the old ones, without a request of ours.
  ///
  /// @return whether it is worth asking again
  synchronized boolean renew() {
    if (proof.tokenFile() != null) {
      String before = token == null ? "" : token.reveal();
      reread(proof.tokenFile());
      return token != null && !token.reveal().equals(before);
    }
    if (plugin == null || (given != null && given.token() == null)) {
      return false;
    }
    try {
      String before = bearer(given);
      given = runner.run(plugin); // approved when the capture began
      return !bearer(given).equals(before);
    } catch (UnreadableInputException e) {
      return false; // the server's 401 is what the user gets to see
    }
  }

  private static String bearer(ExecRunner.@Nullable Credential credential) {
    return credential == null || credential.token() == null ? "" : credential.token().reveal();
  }

  private void reread(Path file) {
    try {
      readTokenFile(file);
    } catch (UnreadableInputException e) {
      tokenReadAt = clock.instant(); // the old one may still do
    }
  }

  /// Who the credentials say the user is; empty when they do not say.
  synchronized String whoAmI(Login login) {
    String pem = certificate();
    Optional<X509Certificate> certificate =
        pem == null ? Optional.empty() : Certificates.first(pem);
    if (certificate.isPresent()) {
      return certificate.get().getSubjectX500Principal().getName() + " (client certificate)";
    }
    Hidden bearer = given == null || given.token() == null ? token : given.token();
    String subject = bearer == null ? "" : TokenClaims.of(bearer.reveal()).subject();
    if (!subject.isEmpty()) {
      return subject + " (token)";
    }
    return login instanceof Login.Basic(String user) ? user + " (password)" : "";
  }
}
