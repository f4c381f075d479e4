package org.safeguard.capture;

import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.snapshot.UnreadableInputException;

/// The keys of a connection: whom to trust, and which certificate to show.
final class Tls {

  private Tls() {}

  /// Trusts the kubeconfig's authorities and nobody else, where it names some. fabric8 would add
  /// them to the platform's, so that any public authority could vouch for a cluster.
  static TrustManager[] trust(Access access) throws UnreadableInputException {
    try {
      if (access.trust().anyServer()) {
        return SSLUtils.trustManagers(null, null, true, null, null);
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(authorities(access.trust().authorities()));
      String name = access.trust().serverName();
      return name == null
          ? factory.getTrustManagers()
          : new TrustManager[] {ServerName.check(name, factory.getTrustManagers())};
    } catch (GeneralSecurityException | IOException e) {
      throw damaged(access, "certificate authority", e);
    }
  }

  private static @Nullable KeyStore authorities(@Nullable String pem)
      throws GeneralSecurityException, IOException {
    if (pem == null) {
      return null; // the platform's own
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    List<X509Certificate> certificates = Certificates.all(pem);
    for (int i = 0; i < certificates.size(); i++) {
      store.setCertificateEntry("authority-" + i, certificates.get(i));
    }
    return store;
  }

  /// The client certificate and its key, null for none.
  static KeyManager @Nullable [] keys(Access access, Credentials credentials)
      throws UnreadableInputException {
    String certificate = credentials.certificate();
    Hidden key = credentials.key();
    if (certificate == null || key == null) {
      return null;
    }
    try {
      String algorithm = Certificates.all(certificate).getFirst().getPublicKey().getAlgorithm();
      return SSLUtils.keyManagers(
          base64(certificate), null, base64(key.reveal()), null, algorithm, "", null, null);
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      throw damaged(access, "client certificate or its key", e);
    }
  }

  private static String base64(String pem) {
    return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.ISO_8859_1));
  }

  /// The cause is dropped: a parser's words may quote the key.
  private static UnreadableInputException damaged(Access access, String what, Exception cause) {
    return new UnreadableInputException(
        access.context().name(),
        "its " + what + " cannot be used (" + cause.getClass().getSimpleName() + ")",
        "Get the kubeconfig again");
  }
}
