package org.safeguard.admission;

import java.io.ByteArrayInputStream;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/// The certificates that an API server trusts a webhook by.
final class CaBundle {

  private CaBundle() {}

  /// When the last certificate of a bundle ends: until then some chain may be valid. Empty when it
  /// is no bundle of certificates.
  static Optional<Instant> end(String encoded) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(encoded);
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      Instant end = null;
      for (Certificate each : factory.generateCertificates(new ByteArrayInputStream(bytes))) {
        if (each instanceof X509Certificate certificate) {
          Instant until = certificate.getNotAfter().toInstant();
          end = end == null || until.isAfter(end) ? until : end;
        }
      }
      return Optional.ofNullable(end);
    } catch (CertificateException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
