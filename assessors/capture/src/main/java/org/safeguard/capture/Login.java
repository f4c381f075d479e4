package org.safeguard.capture;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a user of a kubeconfig proves who it is, without the proof itself.
public sealed interface Login {

  /// A client certificate.
  ///
  /// @param subject such as `CN=auditor,O=assessors`; empty when it cannot be read
  /// @param expires null when it cannot be read
  record ClientCertificate(String subject, @Nullable Instant expires) implements Login {}

  /// A bearer token in the kubeconfig.
  ///
  /// @param subject as the token's own claims say, empty for an opaque token
  /// @param expires null where the token does not say
  record Token(String subject, @Nullable Instant expires) implements Login {}

  /// A bearer token in a file of its own.
  record TokenFile(Path file) implements Login {}

  /// A program that prints credentials; it runs only after [ExecApproval] said yes.
  ///
  /// @param command the program and its arguments as they will be run
  record Exec(List<String> command) implements Login {
    public Exec {
      command = List.copyOf(command);
    }
  }

  /// An identity token that `kubectl` got from an OpenID Connect issuer. It is used as it is and
  /// never renewed, since that would be a POST.
  ///
  /// @param issuer address of the issuer
  /// @param subject as the token's own claims say, empty when there is no token
  /// @param expires null where nobody says
  record Oidc(String issuer, String subject, @Nullable Instant expires) implements Login {}

  /// A user name and a password.
  record Basic(String user) implements Login {}

  /// An old sign-in helper of a cloud, by name; its token is used as it is while it lasts.
  record AuthProvider(String name) implements Login {}

  /// Nothing: the server sees an anonymous user.
  record None() implements Login {}
}
