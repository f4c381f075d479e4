package org.safeguard.capture;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Reads certificates in PEM.
final class Certificates {

  private Certificates() {}

  /// Every certificate of `pem`.
  ///
  /// @throws CertificateException when there is none, or one is damaged
  static List<X509Certificate> all(String pem) throws CertificateException {
    Collection<? extends java.security.cert.Certificate> parsed =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
    List<X509Certificate> certificates =
        parsed.stream()
            .filter(X509Certificate.class::isInstance)
            .map(X509Certificate.class::cast)
            .toList();
    if (certificates.isEmpty()) {
      throw new CertificateException("it holds no certificate");
    }
    return certificates;
  }

  /// The first certificate, empty when it cannot be read.
  static Optional<X509Certificate> first(String pem) {
    try {
      return Optional.of(all(pem).getFirst());
    } catch (CertificateException e) {
      return Optional.empty();
    }
  }
}
