package org.safeguard.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Delivery;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;

/// Objects of Argo CD and Flux.
final class DeliveryFacts {

  private static final String FLUX_SOURCE = ".source.toolkit.fluxcd.io";

  static final List<String> TYPES =
      List.of(
          "Application.argoproj.io",
          "ApplicationSet.argoproj.io",
          "AppProject.argoproj.io",
          "GitRepository" + FLUX_SOURCE,
          "OCIRepository" + FLUX_SOURCE,
          "HelmRepository" + FLUX_SOURCE,
          "Bucket" + FLUX_SOURCE,
          "Kustomization.kustomize.toolkit.fluxcd.io",
          "HelmRelease.helm.toolkit.fluxcd.io");

  private static final Pattern FIXED =
      Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}|sha256:.*|v?\\d+\\.\\d+\\.\\d+([-+].*)?");

  private static final Cause NO_STATUS =
      new Cause(
          Cause.Code.NOT_CAPTURED,
          "the source holds no status of the object; capture the cluster with it");

  private final Captured captured;

  DeliveryFacts(Captured captured) {
    this.captured = captured;
  }

  List<Delivery> facts() {
    return TYPES.stream().flatMap(t -> captured.places(t).stream()).map(this::fact).toList();
  }

  private Delivery fact(Place object) {
    String kind = object.resource().kind();
    Trace trace = new Trace(object);
    boolean argo = object.resource().group().equals("argoproj.io");
    boolean project = kind.equals("AppProject");
    boolean deploys =
        kind.startsWith("Application")
            || kind.equals("Kustomization")
            || kind.equals("HelmRelease");
    Place spec =
        kind.equals("ApplicationSet") ? object.at("spec", "template", "spec") : object.at("spec");
    List<String> sources = sources(trace, spec, kind);
    trace.read("role", object.at("kind").reading());
    return new Delivery(
        object.resource().namespace(),
        object.resource().name(),
        kind,
        argo ? "Argo CD" : "Flux",
        project ? "project" : deploys ? "deployment" : "source",
        argo && !project && inDefault(trace, spec),
        sources,
        insecure(trace, spec, sources),
        verified(trace, spec, kind),
        pinned(trace, spec, kind),
        automatic(trace, spec, argo, deploys),
        corrects(trace, spec, kind),
        trace.flag("suspended", spec.at("suspend").flag(), false),
        inStep(trace, object, kind),
        project && contains(trace, "anySource", spec.at("sourceRepos")),
        project && anyDestination(trace, spec),
        project && anyClusterResource(trace, spec),
        trace.done());
  }

  private static boolean inDefault(Trace trace, Place spec) {
    Readings readings = new Readings(trace, "defaultProject");
    return readings.decide(readings.take(spec.at("project").text(), "default").equals("default"));
  }

  private static List<String> sources(Trace trace, Place spec, String kind) {
    Readings readings = new Readings(trace, "sources");
    List<String> found = new ArrayList<>();
    if (kind.equals("AppProject")) {
      found.addAll(readings.take(spec.at("sourceRepos").texts(), List.of()));
      return readings.decide(found);
    }
    List<Place> places = new ArrayList<>();
    places.add(spec.at("url"));
    places.add(spec.at("endpoint"));
    places.add(spec.at("source", "repoURL"));
    spec.at("sources").objects().orElse(List.of()).forEach(s -> places.add(s.at("repoURL")));
    for (Place place : places) {
      if (place.isSet()) {
        found.add(readings.take(place.text(), ""));
      }
    }
    return readings.decide(found);
  }

  private static List<String> insecure(Trace trace, Place spec, List<String> sources) {
    Readings readings = new Readings(trace, "insecureSources");
    trace.done().readings("sources").forEach(readings::see);
    boolean flagged = readings.take(spec.at("insecure").flag(), false);
    return readings.decide(
        sources.stream()
            .filter(
                source -> {
                  String text = source.toLowerCase(Locale.ROOT);
                  return flagged || text.startsWith("http:") || text.startsWith("git:");
                })
            .toList());
  }

  private static boolean verified(Trace trace, Place spec, String kind) {
    Place place =
        switch (kind) {
          case "AppProject" -> spec.at("signatureKeys");
          case "HelmRelease" -> spec.at("chart", "spec", "verify");
          default -> spec.at("verify");
        };
    trace.read("verified", place.reading());
    boolean keys = !place.objects().orElse(List.of()).isEmpty();
    return kind.equals("AppProject") ? keys : place.isSet();
  }

  private static boolean pinned(Trace trace, Place spec, String kind) {
    Readings readings = new Readings(trace, "pinned");
    Place revision =
        switch (kind) {
          case "Application", "ApplicationSet" -> spec.at("source", "targetRevision");
          case "HelmRelease" -> spec.at("chart", "spec", "version");
          default -> first(spec.at("ref"), "commit", "digest", "tag");
        };
    return readings.decide(FIXED.matcher(readings.take(revision.quantity(), "")).matches());
  }

  private static Place first(Place holder, String... keys) {
    for (String key : keys) {
      if (holder.at(key).isSet()) {
        return holder.at(key);
      }
    }
    return holder.at(keys[0]);
  }

  private static boolean automatic(Trace trace, Place spec, boolean argo, boolean deploys) {
    Readings readings = new Readings(trace, "automatic");
    Place automated = spec.at("syncPolicy", "automated");
    readings.see(argo ? automated : spec.at("interval"));
    boolean on = automated.isSet() && automated.at("enabled").flag().orElse(true);
    return readings.decide(deploys && (!argo || on));
  }

  /// Flux puts a Kustomization right at each interval, a HelmRelease only where it is asked to.
  private static boolean corrects(Trace trace, Place spec, String kind) {
    Readings readings = new Readings(trace, "corrects");
    return readings.decide(
        switch (kind) {
          case "Application", "ApplicationSet" ->
              readings.take(spec.at("syncPolicy", "automated", "selfHeal").flag(), false);
          case "HelmRelease" ->
              readings.take(spec.at("driftDetection", "mode").text(), "").equals("enabled");
          case "Kustomization" -> !readings.take(spec.at("suspend").flag(), false);
          default -> false;
        });
  }

  private static boolean inStep(Trace trace, Place object, String kind) {
    Readings readings = new Readings(trace, "inStep");
    if (!object.at("status").isSet()) {
      trace.unknown("inStep", NO_STATUS);
    }
    if (kind.equals("Application")) {
      Place status = object.at("status", "sync", "status");
      return readings.decide(readings.take(status.text(), "").equals("Synced"));
    }
    for (Place condition : readings.take(object.at("status", "conditions").objects(), List.of())) {
      if (condition.at("type").text().orElse("").equals("Ready")) {
        readings.see(condition.at("status"));
        return readings.decide(condition.at("status").text().orElse("").equals("True"));
      }
    }
    return readings.decide(false);
  }

  private static boolean contains(Trace trace, String component, Place list) {
    Readings readings = new Readings(trace, component);
    return readings.decide(readings.take(list.texts(), List.of()).contains("*"));
  }

  private static boolean anyDestination(Trace trace, Place spec) {
    Readings readings = new Readings(trace, "anyDestination");
    return readings.decide(
        readings.take(spec.at("destinations").objects(), List.of()).stream()
            .anyMatch(
                target ->
                    target.at("namespace").text().orElse("").equals("*")
                        && (target.at("server").text().orElse("").equals("*")
                            || target.at("name").text().orElse("").equals("*"))));
  }

  private static boolean anyClusterResource(Trace trace, Place spec) {
    Readings readings = new Readings(trace, "anyClusterResource");
    return readings.decide(
        readings.take(spec.at("clusterResourceWhitelist").objects(), List.of()).stream()
            .anyMatch(
                allowed ->
                    allowed.at("group").text().orElse("").equals("*")
                        && allowed.at("kind").text().orElse("").equals("*")));
  }
}
