package org.safeguard.capture;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.snapshot.UnreadableInputException;

/// Finds out before anything is sent that a login is over.
final class Expiry {

  static final String RENEW =
      "Renew it: run a kubectl command with this context, which may sign in anew, then try again";

  private Expiry() {}

  static void check(Access access, Instant now) throws UnreadableInputException {
    String context = access.context().name();
    String pem = access.proof().certificate();
    Optional<X509Certificate> certificate =
        pem == null ? Optional.empty() : Certificates.first(pem);
    if (certificate.isPresent()) {
      refuse(context, "client certificate", certificate.get().getNotAfter().toInstant(), now);
    }
    Hidden token = access.proof().token();
    if (token != null) {
      refuse(context, "token", TokenClaims.of(token.reveal()).expires(), now);
    }
  }

  private static void refuse(String context, String what, @Nullable Instant end, Instant now)
      throws UnreadableInputException {
    if (end != null && end.isBefore(now)) {
      throw new UnreadableInputException(
          context,
          "its "
              + what
              + " expired at "
              + end
              + "; to renew it is a POST, which this tool never sends",
          RENEW);
    }
  }
}
