package org.safeguard.kubernetes;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Value;

/// Ages of secrets and the ends of their certificates, in days seen from the capture. The values
/// are never read: annotations of OpenShift and the `Certificate` of cert-manager tell.
final class CertificateEnds {

  private static final ResourceType CERTIFICATE =
      new ResourceType("cert-manager.io", "Certificate");
  private static final List<String> ANNOTATIONS =
      List.of("auth.openshift.io/certificate-not-after", "service.beta.openshift.io/expiry");
  private static final long DAY = 86_400;

  private static final Cause NO_TIME =
      new Cause(
          Cause.Code.NOT_CAPTURED, "the source does not tell when it was captured; capture again");
  private static final Cause NO_AGE =
      new Cause(Cause.Code.NOT_CAPTURED, "the manifest has no time of creation; capture a cluster");
  private static final Cause NO_END =
      new Cause(
          Cause.Code.REDACTED,
          "values of secrets are not read and nothing else tells when the certificate ends; ask for"
              + " the output of openssl x509 -enddate, or let cert-manager issue it");

  private final @Nullable Instant capturedAt;
  private final Map<String, Place> ends = new HashMap<>();

  CertificateEnds(ClusterObjects objects, @Nullable Instant capturedAt) {
    this.capturedAt = capturedAt;
    for (Place certificate : objects.placesOf(CERTIFICATE)) {
      String secret = certificate.at("spec", "secretName").text().orElse("");
      String namespace = ClusterObjects.namespace(certificate.resource());
      ends.put(namespace + "/" + secret, certificate.at("status", "notAfter"));
    }
  }

  long daysOld(Trace trace, Place object) {
    Place created = object.at("metadata", "creationTimestamp");
    return days(trace, "daysOld", created, NO_AGE).map(days -> -days).orElse(0L);
  }

  long daysToExpiry(Trace trace, Place object) {
    String name = ClusterObjects.namespace(object.resource()) + "/" + object.resource().name();
    Place annotations = object.at("metadata", "annotations");
    Place end =
        ANNOTATIONS.stream()
            .map(annotations::at)
            .filter(Place::isSet)
            .findFirst()
            .orElseGet(() -> ends.getOrDefault(name, object.at("data", "tls.crt")));
    return days(trace, "daysToExpiry", end, NO_END).orElse(0L);
  }

  private Optional<Long> days(Trace trace, String component, Place place, Cause none) {
    trace.read(component, place.reading());
    Instant time =
        place.text() instanceof Value.Known<String>(Place _, String text) ? parsed(text) : null;
    if (time == null || capturedAt == null) {
      trace.unknown(component, time == null ? none : NO_TIME);
      return Optional.empty();
    }
    return Optional.of(Math.floorDiv(time.getEpochSecond() - capturedAt.getEpochSecond(), DAY));
  }

  private static @Nullable Instant parsed(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
