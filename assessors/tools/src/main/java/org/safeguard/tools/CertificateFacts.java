package org.safeguard.tools;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Certificate;
import org.safeguard.model.fact.CertificateIssuer;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Value;

/// Certificates and who signs them: from cert-manager, from annotations that OpenShift leaves on
/// secrets, and TLS secrets of which nothing but the name is known, since their content is never
/// kept.
final class CertificateFacts {

  static final String CERTIFICATE = "Certificate.cert-manager.io";
  static final List<String> ISSUERS =
      List.of("Issuer.cert-manager.io", "ClusterIssuer.cert-manager.io");

  private static final List<String> ENDS =
      List.of(
          "auth.openshift.io/certificate-not-after",
          "service.beta.openshift.io/expiry",
          "service.alpha.openshift.io/expiry");

  private static final String BEGINS = "auth.openshift.io/certificate-not-before";
  private static final Duration SOON = Duration.ofDays(14);
  private static final int LAST_PART = 5;

  private static final List<String> TYPES = List.of("acme", "ca", "vault", "selfSigned", "venafi");

  private static final Cause NO_STATUS =
      new Cause(
          Cause.Code.NOT_CAPTURED,
          "the source holds no status of the certificate; capture the cluster with it");

  private static final Cause CONTENT =
      new Cause(
          Cause.Code.REDACTED,
          "the content of TLS secrets is never kept; supply the end of the certificate, as openssl"
              + " x509 -enddate prints it, or let cert-manager manage it");

  private final Captured captured;

  CertificateFacts(Captured captured) {
    this.captured = captured;
  }

  List<Certificate> facts() {
    List<Certificate> facts = new ArrayList<>();
    Set<String> managed = new HashSet<>();
    for (Place object : captured.places(CERTIFICATE)) {
      Certificate fact = managed(object);
      facts.add(fact);
      managed.add(
          object.resource().namespace() + "/" + object.at("spec", "secretName").text().orElse(""));
    }
    for (Place secret : captured.places("Secret")) {
      boolean known =
          managed.contains(secret.resource().namespace() + "/" + secret.resource().name());
      if (!known) {
        stored(secret).ifPresent(facts::add);
      }
    }
    return facts;
  }

  private Certificate managed(Place object) {
    Trace trace = new Trace(object);
    Place spec = object.at("spec");
    Place end = object.at("status", "notAfter");
    if (!end.isSet()) {
      trace.unknown("notAfter", NO_STATUS);
    }
    trace.read("notAfter", end.reading());
    List<String> hosts = hosts(trace, spec);
    String algorithm = trace.text("keyAlgorithm", spec.at("privateKey", "algorithm").text(), "RSA");
    return new Certificate(
        object.resource().namespace(),
        object.resource().name(),
        "cert-manager",
        trace.text("secretName", spec.at("secretName").text(), ""),
        hosts,
        wildcards(trace, spec, hosts),
        issuer(trace, spec),
        end.text().orElse(""),
        daysLeft(trace, end),
        endsSoon(trace, end, object.at("status", "notBefore")),
        ready(trace, object),
        lifetime(trace, spec),
        algorithm,
        trace.number("keySize", spec.at("privateKey", "size").number(), defaultSize(algorithm)),
        trace.flag("authority", spec.at("isCA").flag(), false),
        trace.done());
  }

  private static long defaultSize(String algorithm) {
    return algorithm.equals("RSA") ? 2048 : 256;
  }

  private static List<String> hosts(Trace trace, Place spec) {
    Readings readings = new Readings(trace, "hosts");
    List<String> hosts = new ArrayList<>(readings.take(spec.at("dnsNames").texts(), List.of()));
    String common = spec.at("commonName").text().orElse("");
    if (!common.isEmpty() && !hosts.contains(common)) {
      hosts.addFirst(common);
    }
    return readings.decide(hosts);
  }

  private static List<String> wildcards(Trace trace, Place spec, List<String> hosts) {
    Readings readings = new Readings(trace, "wildcards");
    readings.take(spec.at("dnsNames").texts(), List.of());
    return readings.decide(hosts.stream().filter(host -> host.startsWith("*")).toList());
  }

  private static String issuer(Trace trace, Place spec) {
    Readings readings = new Readings(trace, "issuer");
    String kind = readings.take(spec.at("issuerRef", "kind").text(), "Issuer");
    return readings.decide(kind + "/" + readings.take(spec.at("issuerRef", "name").text(), ""));
  }

  private static long lifetime(Trace trace, Place spec) {
    Value<String> duration = spec.at("duration").text();
    String text = trace.text("lifetimeDays", duration, "2160h");
    Optional<Duration> parsed = GoDuration.of(text);
    if (parsed.isEmpty()) {
      trace.unknown("lifetimeDays", duration.place().malformed("no duration", "one like 2160h"));
    }
    return parsed.map(Duration::toDays).orElse(0L);
  }

  private static boolean ready(Trace trace, Place object) {
    Readings readings = new Readings(trace, "ready");
    Place conditions = object.at("status", "conditions");
    if (!conditions.isSet()) {
      trace.unknown("ready", NO_STATUS);
    }
    for (Place condition : readings.take(conditions.objects(), List.of())) {
      if (condition.at("type").text().orElse("").equals("Ready")) {
        readings.see(condition.at("status"));
        return readings.decide(condition.at("status").text().orElse("").equals("True"));
      }
    }
    return readings.decide(false);
  }

  private long daysLeft(Trace trace, Place end) {
    trace.read("daysLeft", end.reading());
    Instant now = captured.snapshot().capturedAt();
    Optional<Instant> then = Captured.instant(end.text());
    if (now == null || then.isEmpty()) {
      trace.unknown("daysLeft", then.isEmpty() ? untold(end) : Captured.UNDATED);
      return 0;
    }
    return Math.floorDiv(Duration.between(now, then.get()).toHours(), 24L);
  }

  /// A certificate that lives a day is renewed each day, so that two weeks are no measure for it.
  private boolean endsSoon(Trace trace, Place end, Place begin) {
    trace.read("endsSoon", end.reading());
    Instant now = captured.snapshot().capturedAt();
    Optional<Instant> then = Captured.instant(end.text());
    if (now == null || then.isEmpty()) {
      trace.unknown("endsSoon", then.isEmpty() ? untold(end) : Captured.UNDATED);
      return false;
    }
    Duration left = Duration.between(now, then.get());
    Optional<Duration> life =
        Captured.instant(begin.text()).map(start -> Duration.between(start, then.get()));
    boolean late = life.isEmpty() || left.multipliedBy(LAST_PART).compareTo(life.get()) < 0;
    return left.compareTo(SOON) < 0 && late;
  }

  private static Cause untold(Place end) {
    return end.resource().kind().equals("Secret") ? CONTENT : NO_STATUS;
  }

  private Optional<Certificate> stored(Place secret) {
    Optional<Place> end =
        ENDS.stream()
            .map(key -> secret.at("metadata", "annotations", key))
            .filter(Place::isSet)
            .findFirst();
    boolean tls = secret.at("type").text().orElse("").equals("kubernetes.io/tls");
    return end.isEmpty() && !tls
        ? Optional.empty()
        : Optional.of(stored(secret, end.isPresent(), end.orElse(secret.at("data"))));
  }

  private Certificate stored(Place secret, boolean told, Place end) {
    Trace trace = new Trace(secret);
    trace.read("notAfter", end.reading());
    if (!told) {
      trace.unknown("notAfter", CONTENT);
    }
    for (String component :
        List.of(
            "hosts",
            "wildcards",
            "issuer",
            "ready",
            "lifetimeDays",
            "keyAlgorithm",
            "keySize",
            "authority")) {
      trace.read(component, secret.at("data").reading("not kept")).unknown(component, CONTENT);
    }
    return new Certificate(
        ClusterObjects.namespace(secret.resource()),
        secret.resource().name(),
        told ? "annotation" : "secret",
        secret.resource().name(),
        List.of(),
        List.of(),
        "",
        told ? end.text().orElse("") : "",
        daysLeft(trace, end),
        endsSoon(trace, end, secret.at("metadata", "annotations", BEGINS)),
        false,
        0,
        "",
        0,
        false,
        trace.done());
  }

  List<CertificateIssuer> issuers() {
    return ISSUERS.stream()
        .flatMap(type -> captured.places(type).stream())
        .map(CertificateFacts::issuer)
        .toList();
  }

  private static CertificateIssuer issuer(Place object) {
    Trace trace = new Trace(object);
    Place spec = object.at("spec");
    Place acme = spec.at("acme", "server");
    Place server = acme.isSet() ? acme : spec.at("vault", "server");
    String address = trace.text("server", server.text(), "");
    trace.read("staging", server.reading());
    if (server.text() instanceof Value.Unreadable<String>(Place _, Cause cause)) {
      trace.unknown("staging", cause);
    }
    trace.read("type", spec.reading());
    trace.read("clusterWide", object.at("kind").reading());
    return new CertificateIssuer(
        object.resource().namespace(),
        object.resource().name(),
        object.resource().kind(),
        object.resource().kind().equals("ClusterIssuer"),
        TYPES.stream().filter(type -> spec.at(type).isSet()).findFirst().orElse("other"),
        address,
        address.contains("staging"),
        trace.flag("skipsVerification", spec.at("acme", "skipTLSVerify").flag(), false),
        ready(trace, object),
        trace.done());
  }
}
