package org.safeguard.controlplane;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguard.model.fact.BenchmarkCheck;
import org.safeguard.model.fact.BenchmarkResult;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Provenance;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Path;
import org.safeguard.objects.Place;

/// Results of kube-bench that were supplied with the snapshot, by topic
/// ([kube-bench](https://github.com/aquasecurity/kube-bench)).
final class Benchmarks {

  private static final List<String> PARTS =
      List.of("number", "topic", "nodeType", "description", "status", "passed");

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
    objects.placesOf(REPORT).forEach(report -> facts.add(result(report)));
    Set<String> missing = new LinkedHashSet<>(BenchmarkTopics.EXPECTED);
    facts.forEach(fact -> fact.checks().forEach(check -> missing.remove(check.topic())));
    if (!facts.isEmpty() && !missing.isEmpty()) {
      facts.add(missing(missing));
    }
    return facts;
  }

  private static BenchmarkResult result(Place report) {
    String benchmark = "";
    List<BenchmarkCheck> checks = new ArrayList<>();
    for (Place controls : report.at("Controls").objects().orElse(List.of())) {
      benchmark = benchmark.isEmpty() ? text(controls, "version") : benchmark;
      String nodeType = text(controls, "node_type");
      for (Place group : controls.at("tests").objects().orElse(List.of())) {
        for (Place check : group.at("results").objects().orElse(List.of())) {
          checks.add(check(check, nodeType, text(group, "desc")));
        }
      }
    }
    Provenance provenance = Provenance.builder(report.resource(), report.pointer()).build();
    return new BenchmarkResult(report.resource().name(), benchmark, checks, provenance);
  }

  private static BenchmarkCheck check(Place check, String nodeType, String group) {
    String number = text(check, "test_number");
    String description = text(check, "test_desc");
    Place status = check.at("status");
    String found = status.text().orElse("");
    Reading reading = status.reading(number + " " + found + ": " + description);
    Provenance.Builder provenance = Provenance.builder(check.resource(), check.pointer());
    for (String part : PARTS) {
      provenance.read(part, reading);
    }
    if (!found.equals("PASS") && !found.equals("FAIL")) {
      provenance.unknown("passed", leftToAPerson(number, text(check, "reason")));
    }
    return new BenchmarkCheck(
        number,
        BenchmarkTopics.of(nodeType, group, description),
        nodeType,
        description,
        found,
        found.equals("PASS"),
        provenance.build());
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

  private BenchmarkResult missing(Set<String> topics) {
    Place place = Place.of(whole, Path.root());
    List<BenchmarkCheck> checks =
        topics.stream()
            .map(topic -> new BenchmarkCheck("", topic, "", "", "", false, unchecked(place, topic)))
            .toList();
    return new BenchmarkResult("", "", checks, Provenance.builder(whole, place.pointer()).build());
  }

  private static Provenance unchecked(Place place, String topic) {
    Cause cause =
        new Cause(
            Cause.Code.NOT_CAPTURED,
            "no benchmark report here has checks of "
                + topic.replace('-', ' ')
                + "; run kube-bench on the nodes that have them and supply its JSON output");
    return Provenance.builder(place.resource(), place.pointer())
        .read("passed", place.reading("not in any report"))
        .unknown("passed", cause)
        .build();
  }

  private static String text(Place place, String key) {
    return place.at(key).text().orElse("").strip();
  }
}
