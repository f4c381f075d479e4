package org.safeguard.desktop.connect;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import org.jspecify.annotations.Nullable;
import org.safeguard.capture.Login;
import org.safeguard.desktop.text.Messages;
import org.safeguard.desktop.text.Printable;

/// How a user logs in, in plain words that explain themselves.
final class LoginWords {

  private final Messages messages;
  private final DateTimeFormatter days =
      DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
          .withZone(ZoneId.systemDefault());

  LoginWords(Messages messages) {
    this.messages = messages;
  }

  /// @param now tells whether a proof has run out
  String of(Login login, Instant now) {
    return switch (login) {
      case Login.ClientCertificate(String subject, Instant expires) ->
          messages.text("login.certificate", named(subject)) + until(expires, now);
      case Login.Token(String subject, Instant expires) ->
          messages.text("login.token", named(subject)) + until(expires, now);
      case Login.TokenFile token ->
          messages.text("login.token-file", Printable.of(token.file().toString()));
      case Login.Exec exec -> messages.text("login.exec", Printable.command(exec.command()));
      case Login.Oidc(String issuer, String subject, Instant expires) ->
          messages.text("login.oidc", Printable.of(issuer), named(subject)) + until(expires, now);
      case Login.Basic basic -> messages.text("login.basic", Printable.of(basic.user()));
      case Login.AuthProvider provider ->
          messages.text("login.auth-provider", Printable.of(provider.name()));
      case Login.None _ -> messages.text("login.none");
    };
  }

  private String named(String subject) {
    return subject.isEmpty() ? messages.text("login.unnamed") : Printable.of(subject);
  }

  private String until(@Nullable Instant expires, Instant now) {
    if (expires == null) {
      return "";
    }
    String day = days.format(expires);
    return messages.text(expires.isBefore(now) ? "login.expired" : "login.until", day);
  }
}
