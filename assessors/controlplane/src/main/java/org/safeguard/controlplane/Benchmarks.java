package org.safeguard.controlplane;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.safeguard.model.fact.BenchmarkCheck;
import org.safeguard.model.fact.BenchmarkResult;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Provenance;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Path;
import org.safeguard.objects.Place;

/// Results of kube-bench that were supplied with the snapshot, by topic
/// ([kube-bench](https://github.com/aquasecurity/kube-bench)).
final class Benchmarks {

  private static final ResourceType REPORT =
      new ResourceType(ServerMetrics.TYPE.group(), "KubeBenchReport");

  private final ClusterObjects objects;
  private final Resource whole;

  /// @param whole stands for the cluster
  Benchmarks(ClusterObjects objects, Resource whole) {
    this.objects = objects;
    this.whole = whole;
  }

  /// Why there is no result, where there is none.
  Optional<Cause> gap() {
    return objects.of(REPORT).isEmpty()
        ? Optional.of(
            new Cause(
                Cause.Code.NOT_CAPTURED,
                "no benchmark report was supplied, and files on nodes cannot be seen from the"
                    + " cluster; run kube-bench on every node and supply its JSON output"))
        : Optional.empty();
  }

  List<BenchmarkResult> facts() {
    List<BenchmarkResult> facts = new ArrayList<>();
    for (Place report : objects.placesOf(REPORT)) {
      for (Place controls : report.at("Controls").objects().orElse(List.of())) {
        facts.addAll(results(report, controls));
      }
    }
    TreeSet<String> topics = new TreeSet<>();
    facts.forEach(fact -> topics.add(fact.topic()));
    if (!facts.isEmpty()) {
      BenchmarkTopics.EXPECTED.stream()
          .filter(topic -> !topics.contains(topic))
          .forEach(topic -> facts.add(missing(topic)));
    }
    return facts;
  }

  private static List<BenchmarkResult> results(Place report, Place controls) {
    String nodeType = text(controls, "node_type");
    Map<String, List<BenchmarkCheck>> byTopic = new TreeMap<>();
    for (Place group : controls.at("tests").objects().orElse(List.of())) {
      for (Place check : group.at("results").objects().orElse(List.of())) {
        String topic = BenchmarkTopics.of(nodeType, text(group, "desc"), text(check, "test_desc"));
        byTopic.computeIfAbsent(topic, _ -> new ArrayList<>()).add(check(check));
      }
    }
    String benchmark = text(controls, "version");
    Provenance provenance =
        Provenance.builder(report.resource(), controls.pointer())
            .read("checks", controls.at("node_type").reading())
            .build();
    return byTopic.entrySet().stream()
        .map(
            topic ->
                new BenchmarkResult(
                    report.resource().name(),
                    benchmark,
                    nodeType,
                    topic.getKey(),
                    topic.getValue(),
                    provenance))
        .toList();
  }

  private static BenchmarkCheck check(Place check) {
    String number = text(check, "test_number");
    String description = text(check, "test_desc");
    Place status = check.at("status");
    String found = status.text().orElse("");
    Provenance.Builder provenance =
        Provenance.builder(check.resource(), check.pointer())
            .read("number", check.at("test_number").reading())
            .read("passed", status.reading(number + " " + found + ": " + description))
            .read("status", status.reading(number + " " + found + ": " + description));
    if (!found.equals("PASS") && !found.equals("FAIL")) {
      provenance.unknown("passed", leftToAPerson(number, text(check, "reason")));
    }
    return new BenchmarkCheck(number, description, found, found.equals("PASS"), provenance.build());
  }

  private static Cause leftToAPerson(String number, String reason) {
    return new Cause(
        Cause.Code.UNRESOLVED,
        "kube-bench left "
            + number
            + " to a person"
            + (reason.isEmpty() ? "" : " (" + reason + ")")
            + "; look at the node and record the answer");
  }

  private BenchmarkResult missing(String topic) {
    Place place = Place.of(whole, Path.root());
    Cause cause =
        new Cause(
            Cause.Code.NOT_CAPTURED,
            "no benchmark report here has checks of "
                + topic.replace('-', ' ')
                + "; run kube-bench on the nodes that have them and supply its JSON output");
    Provenance provenance =
        Provenance.builder(whole, place.pointer())
            .read("checks", place.reading("not in the snapshot"))
            .unknown("checks", cause)
            .build();
    return new BenchmarkResult("", "", "", topic, List.of(), provenance);
  }

  private static String text(Place place, String key) {
    return place.at(key).text().orElse("").strip();
  }
}
