package org.safeguard.capture;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.tree.ObjectNode;

/// How a user of a kubeconfig signs in. Runs nothing and reads no other file.
final class LoginReader {

  private final KubeconfigFiles.Entry user;
  private final ObjectNode body;
  private final Map<String, String> environment;

  LoginReader(KubeconfigFiles.Entry user, Map<String, String> environment) {
    this.user = user;
    this.body = user.body();
    this.environment = environment;
  }

  /// The way that wins when there are several, without its secrets.
  Login shown() {
    ExecPlugin exec = exec();
    Path tokenFile = user.file("tokenFile");
    ObjectNode provider = body.object("auth-provider");
    if (tokenFile != null) {
      return new Login.TokenFile(tokenFile);
    } else if (text("token").isPresent()) {
      TokenClaims claims = TokenClaims.of(text("token").get());
      return new Login.Token(claims.subject(), claims.expires());
    } else if (body.has("client-certificate-data") || body.has("client-certificate")) {
      return certificate();
    } else if (exec != null) {
      return new Login.Exec(exec.command());
    } else if (provider.text("name").orElse("").equals("oidc")) {
      TokenClaims claims = TokenClaims.of(token().orElse(""));
      String issuer = provider.object("config").text("idp-issuer-url").orElse("");
      return new Login.Oidc(issuer, claims.subject(), claims.expires());
    } else if (provider.has("name")) {
      return new Login.AuthProvider(provider.text("name").orElse(""));
    }
    return text("username").<Login>map(Login.Basic::new).orElseGet(Login.None::new);
  }

  private Login certificate() {
    Optional<X509Certificate> certificate =
        text("client-certificate-data").flatMap(LoginReader::decoded).flatMap(Certificates::first);
    return certificate
        .map(
            found ->
                new Login.ClientCertificate(
                    found.getSubjectX500Principal().getName(), found.getNotAfter().toInstant()))
        .orElseGet(() -> new Login.ClientCertificate("", null));
  }

  private static Optional<String> decoded(String base64) {
    try {
      return Optional.of(
          new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.ISO_8859_1));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// A bearer token that lies in the kubeconfig, also one that a sign-in helper left there.
  Optional<String> token() {
    ObjectNode config = body.object("auth-provider").object("config");
    return text("token").or(() -> config.text("id-token")).or(() -> config.text("access-token"));
  }

  @Nullable ExecPlugin exec() {
    ObjectNode exec = body.object("exec");
    return exec.has("command")
        ? ExecPlugin.of(exec, user.folder(), environment.getOrDefault("PATH", ""))
        : null;
  }

  /// Why this way cannot be used, null when it can.
  @Nullable String refusal() {
    ObjectNode provider = body.object("auth-provider");
    boolean usable = exec() != null || token().isPresent() || !provider.has("name");
    return usable
        ? null
        : "the sign-in helper \""
            + provider.text("name").orElse("")
            + "\" has left no token in the kubeconfig, and to get one is a POST";
  }

  List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    ExecPlugin exec = exec();
    if (exec != null) {
      warnings.add("It runs a program before it connects: " + String.join(" ", exec.command()));
      if (!exec.environment().isEmpty()) {
        warnings.add(
            "The program gets variables of the kubeconfig's own: "
                + String.join(", ", new TreeSet<>(exec.environment().keySet())));
      }
      if (exec.relative()) {
        warnings.add(
            "The program is named by a relative path, so it lies beside the kubeconfig: "
                + exec.command().getFirst());
      }
    }
    for (String key : List.of("client-certificate", "client-key", "tokenFile")) {
      if (ClusterWarnings.isRelative(user, key)) {
        warnings.add("A relative path names the " + key + ": " + user.file(key));
      }
    }
    text("as").ifPresent(name -> warnings.add("It acts as another user: " + name));
    if (body.has("password")) {
      warnings.add("It signs in with a password, which current API servers do not take");
    }
    return warnings;
  }

  private Optional<String> text(String key) {
    return body.text(key).filter(value -> !value.isEmpty());
  }
}
