package org.safeguard.admission;

import java.io.ByteArrayInputStream;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/// The certificates that an API server trusts a webhook by.
///
/// @param end when the last of them ends: until then some chain may be valid
/// @param shortLived whether none was issued for more than 90 days
record CaBundle(Instant end, boolean shortLived) {

  private static final Duration SHORT = Duration.ofDays(90);

  /// Empty when it is no bundle of certificates.
  static Optional<CaBundle> read(String encoded) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(encoded);
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      Instant end = null;
      boolean shortLived = true;
      for (Certificate each : factory.generateCertificates(new ByteArrayInputStream(bytes))) {
        if (each instanceof X509Certificate certificate) {
          Instant until = certificate.getNotAfter().toInstant();
          end = end == null || until.isAfter(end) ? until : end;
          Instant from = certificate.getNotBefore().toInstant();
          shortLived &= Duration.between(from, until).compareTo(SHORT) <= 0;
        }
      }
      return end == null ? Optional.empty() : Optional.of(new CaBundle(end, shortLived));
    } catch (CertificateException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
