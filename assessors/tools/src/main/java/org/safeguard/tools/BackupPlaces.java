package org.safeguard.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.safeguard.model.fact.BackupLocation;
import org.safeguard.model.fact.Cause;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Value;

/// The places that backups go to.
final class BackupPlaces {

  static final List<String> TYPES =
      List.of(
          "BackupStorageLocation.velero.io",
          "Profile.config.kio.kasten.io",
          "BackupTarget.longhorn.io");

  private final Captured captured;

  BackupPlaces(Captured captured) {
    this.captured = captured;
  }

  List<BackupLocation> facts() {
    List<BackupLocation> facts = new ArrayList<>();
    captured.places(TYPES.get(0)).forEach(place -> facts.add(velero(place)));
    captured.places(TYPES.get(1)).forEach(place -> facts.add(kasten(place)));
    captured.places(TYPES.get(2)).forEach(place -> facts.add(longhorn(place)));
    return facts;
  }

  private static BackupLocation velero(Place object) {
    Trace trace = new Trace(object);
    Place config = object.at("spec", "config");
    Readings transport = new Readings(trace, "encryptedTransport");
    String url = transport.take(config.at("s3Url").text(), "");
    boolean skips =
        transport.take(config.at("insecureSkipTLSVerify").quantity(), "").equals("true");
    Readings key = new Readings(trace, "keyManaged");
    boolean managed =
        !key.take(config.at("kmsKeyId").text(), "").isEmpty()
            || !key.take(config.at("kmsKeyName").text(), "").isEmpty();
    return location(
        trace,
        object,
        "Velero",
        trace.text("provider", object.at("spec", "provider").text(), ""),
        status(trace, object.at("status", "phase"), "Available"),
        transport.decide(!skips && !isPlain(url)),
        key.decide(managed),
        trace
            .text("readOnly", object.at("spec", "accessMode").text(), "ReadWrite")
            .equals("ReadOnly"));
  }

  private static BackupLocation kasten(Place object) {
    Trace trace = new Trace(object);
    Place store = object.at("spec", "locationSpec", "objectStore");
    Readings transport = new Readings(trace, "encryptedTransport");
    boolean skips = transport.take(store.at("skipSSLVerify").flag(), false);
    boolean plain = isPlain(transport.take(store.at("endpoint").text(), ""));
    trace.read("keyManaged", object.at("spec").reading());
    return location(
        trace,
        object,
        "Kasten K10",
        trace.text("provider", store.at("objectStoreType").text(), ""),
        status(trace, object.at("status", "validation"), "Success"),
        transport.decide(!skips && !plain),
        true, // its exports are always encrypted with a key of its own
        false);
  }

  private static BackupLocation longhorn(Place object) {
    Trace trace = new Trace(object);
    Readings transport = new Readings(trace, "encryptedTransport");
    String url = transport.take(object.at("spec", "backupTargetURL").text(), "");
    boolean plain = url.startsWith("nfs:") || url.startsWith("cifs:") || isPlain(url);
    Value<Boolean> available = object.at("status", "available").flag();
    trace.read("available", available.place().reading());
    if (!available.isKnown()) {
      trace.unknown("available", NO_STATUS);
    }
    trace.read("keyManaged", object.at("spec").reading());
    return location(
        trace,
        object,
        "Longhorn",
        url.contains(":") ? url.substring(0, url.indexOf(':')) : "",
        available.orElse(false),
        transport.decide(!plain),
        false,
        false);
  }

  private static BackupLocation location(
      Trace trace,
      Place object,
      String product,
      String provider,
      boolean available,
      boolean transport,
      boolean key,
      boolean readOnly) {
    return new BackupLocation(
        object.resource().namespace(),
        object.resource().name(),
        object.resource().kind(),
        product,
        provider,
        available,
        transport,
        key,
        readOnly,
        trace.done());
  }

  private static final Cause NO_STATUS =
      new Cause(
          Cause.Code.NOT_CAPTURED,
          "the source holds no status of the location; capture the cluster with it");

  private static boolean status(Trace trace, Place phase, String good) {
    trace.read("available", phase.reading());
    if (!phase.isSet()) {
      trace.unknown("available", NO_STATUS);
    }
    return phase.text().orElse("").equals(good);
  }

  private static boolean isPlain(String url) {
    return url.toLowerCase(Locale.ROOT).startsWith("http:");
  }
}
