package org.safeguard.capture;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Everything of a kubeconfig that is needed to reach one cluster, with its secrets. Package
/// private, and its secrets print as nothing.
///
/// @param context what may be shown of it
/// @param server the API server's address, without user information
/// @param trust how the server is recognised
/// @param proxy the proxy's address, null for none
/// @param proof how the user is recognised
/// @param impersonation headers that ask to act as somebody else, as the kubeconfig says
record Access(
    KubeContext context,
    URI server,
    Trust trust,
    @Nullable String proxy,
    Proof proof,
    Map<String, List<String>> impersonation) {

  /// How the server is recognised.
  ///
  /// @param authorities PEM text of the only authorities to trust, null for the platform's
  /// @param anyServer whether the kubeconfig says to trust whoever answers
  /// @param serverName the name to expect in the certificate, null for the address's own
  record Trust(@Nullable String authorities, boolean anyServer, @Nullable String serverName) {}

  /// How the user is recognised; what is null is not used.
  ///
  /// @param certificate PEM text of a client certificate
  /// @param key its private key, as PEM
  /// @param token a bearer token
  /// @param tokenFile where a bearer token is read from again and again
  /// @param basic user name and password with a colon between them
  /// @param exec the program that prints a token or a certificate
  /// @param refusal why the user's way to sign in cannot be used, for one that needs a POST
  record Proof(
      @Nullable String certificate,
      @Nullable Hidden key,
      @Nullable Hidden token,
      @Nullable Path tokenFile,
      @Nullable Hidden basic,
      @Nullable ExecPlugin exec,
      @Nullable String refusal) {

    static final Proof NONE = new Proof(null, null, null, null, null, null, null);
  }
}
