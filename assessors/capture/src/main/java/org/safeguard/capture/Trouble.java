package org.safeguard.capture;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;

/// Says in plain words what the network did.
final class Trouble {

  private static final int DEPTH = 12;
  private static final String HANDSHAKE_ENDED = "terminated the handshake";

  private Trouble() {}

  /// @param answering whether the answer had begun
  static RequestFailure of(Throwable thrown, boolean answering) {
    if (find(thrown, RefusedRequestException.class).isPresent()) {
      String why = find(thrown, RefusedRequestException.class).get().getMessage();
      return new RequestFailure(RequestFailure.Kind.REFUSED, String.valueOf(why), thrown);
    }
    if (find(thrown, StoppedException.class).isPresent()) {
      return new RequestFailure(RequestFailure.Kind.STOPPED, "the capture ended", thrown);
    }
    boolean secure = find(thrown, SSLException.class).isPresent();
    if (secure && !answering && !says(thrown, HANDSHAKE_ENDED)) {
      return new RequestFailure(RequestFailure.Kind.TRUST, tls(thrown), thrown);
    }
    return answering
        ? new RequestFailure(RequestFailure.Kind.BROKEN, broken(thrown), thrown)
        : new RequestFailure(RequestFailure.Kind.CONNECTION, connection(thrown), thrown);
  }

  private static String broken(Throwable thrown) {
    return find(thrown, SocketTimeoutException.class)
        .map(e -> String.valueOf(e.getMessage()))
        .orElse("the connection broke off in the middle of an answer");
  }

  private static String connection(Throwable thrown) {
    if (says(thrown, HANDSHAKE_ENDED)) {
      return "the connection broke off before it was secure; the server may not speak TLS";
    }
    if (find(thrown, UnresolvedAddressException.class).isPresent()
        || find(thrown, UnknownHostException.class).isPresent()) {
      return "no such host is known";
    }
    if (find(thrown, HttpConnectTimeoutException.class).isPresent()) {
      return "no connection came about in time";
    }
    if (find(thrown, HttpTimeoutException.class).isPresent()
        || find(thrown, TimeoutException.class).isPresent()) {
      return "no answer came in time";
    }
    return find(thrown, ConnectException.class).isPresent()
        ? "the connection was refused"
        : "the connection broke off before an answer";
  }

  private static String tls(Throwable thrown) {
    if (find(thrown, CertificateExpiredException.class).isPresent()) {
      return "the server's certificate has expired";
    }
    if (find(thrown, CertificateNotYetValidException.class).isPresent()) {
      return "the server's certificate is not valid yet; check this computer's clock";
    }
    if (says(thrown, "subject alternative")
        || says(thrown, "No name matching")
        || says(thrown, "is not for")) {
      return "the server's certificate is for another name than its address";
    }
    if (says(thrown, "certification path") || says(thrown, "CertPath")) {
      return "the server's certificate comes from an authority that the kubeconfig does not name";
    }
    if (says(thrown, "bad_certificate")
        || says(thrown, "certificate_required")
        || says(thrown, "certificate_expired")
        || says(thrown, "unknown_ca")
        || says(thrown, "certificate_unknown")) {
      return "the server does not accept the client certificate";
    }
    return says(thrown, "SSL message") || says(thrown, "plaintext")
        ? "the server does not speak TLS; its address may have to begin with http"
        : "no secure connection came about";
  }

  private static boolean says(Throwable thrown, String words) {
    return chain(thrown, e -> String.valueOf(e.getMessage()).contains(words)).isPresent();
  }

  static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
    return chain(thrown, type::isInstance).map(type::cast);
  }

  private static Optional<Throwable> chain(Throwable thrown, Predicate<Throwable> wanted) {
    Throwable e = thrown;
    for (int depth = 0; e != null && depth < DEPTH; depth++, e = e.getCause()) {
      if (wanted.test(e)) {
        return Optional.of(e);
      }
    }
    return Optional.empty();
  }
}
