package org.safeguard.controlplane;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;

/// What the API server's own metrics tell
/// ([reference](https://kubernetes.io/docs/reference/instrumentation/metrics/)). They show what
/// happened, never that something does not happen: a counter at nought proves nothing.
final class ServerMetrics {

  static final ResourceType TYPE = new ResourceType("evidence.safeguard.org", "ApiServerMetrics");

  private static final Pattern PROVIDER =
      Pattern.compile("k8s:enc:(aescbc|aesgcm|secretbox|kms:v[12]).*");

  private final List<Place> reports;

  ServerMetrics(ClusterObjects objects) {
    this.reports = objects.placesOf(TYPE);
  }

  boolean isEmpty() {
    return reports.isEmpty();
  }

  /// Where metrics are, for a fact that rests on them.
  List<Place> reports() {
    return reports;
  }

  /// Whether events were audited.
  Finding<Boolean> audited(Finding<Boolean> otherwise) {
    List<Reading> counted = new ArrayList<>();
    for (Place sample : samples("apiserver_audit_event_total")) {
      if (count(sample) > 0) {
        counted.add(sample.at("value").reading("apiserver_audit_event_total " + count(sample)));
      }
    }
    return counted.isEmpty() ? otherwise : Finding.known(true, counted);
  }

  /// The plug-ins that were asked, with where that is counted.
  Map<String, Reading> plugins() {
    Map<String, Reading> asked = new TreeMap<>();
    for (Place sample :
        samples("apiserver_admission_controller_admission_duration_seconds_count")) {
      String name = sample.at("labels", "name").text().orElse("");
      if (count(sample) > 0) {
        asked.putIfAbsent(name, sample.at("labels", "name").reading());
      }
    }
    return asked;
  }

  /// The providers that wrote secrets to storage, plain text first; only where the metrics name the
  /// resource.
  Finding<List<String>> secretProviders(Finding<List<String>> otherwise) {
    TreeSet<String> providers = new TreeSet<>();
    List<Reading> readings = new ArrayList<>();
    for (Place sample : samples("apiserver_storage_transformation_operations_total")) {
      Place labels = sample.at("labels");
      boolean secret = labels.at("resource").text().orElse("").equals("secrets");
      boolean writes = labels.at("transformation_type").text().orElse("").equals("to_storage");
      boolean worked = labels.at("status").text().orElse("OK").equals("OK");
      if (secret && writes && worked && count(sample) > 0) {
        Place prefix = labels.at("transformer_prefix");
        providers.add(provider(prefix.text().orElse("")));
        readings.add(prefix.reading());
      }
    }
    List<String> plainFirst = new ArrayList<>(providers);
    if (plainFirst.remove("identity")) {
      plainFirst.addFirst("identity");
    }
    return providers.isEmpty() ? otherwise : Finding.known(plainFirst, readings);
  }

  private static String provider(String prefix) {
    Matcher known = PROVIDER.matcher(prefix);
    return known.matches() ? known.group(1).replace(":", "-") : "identity";
  }

  private List<Place> samples(String metric) {
    return reports.stream()
        .flatMap(report -> report.at(metric).objects().orElse(List.of()).stream())
        .toList();
  }

  private static long count(Place sample) {
    return sample.at("value").number().orElse(0L);
  }
}
