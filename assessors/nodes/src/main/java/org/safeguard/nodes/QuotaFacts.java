package org.safeguard.nodes;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Quota;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Types;
import org.safeguard.objects.Value;

/// The facts about resource quotas.
final class QuotaFacts {

  private static final BigDecimal NEARLY = new BigDecimal("0.9");

  private final ClusterObjects objects;

  QuotaFacts(ClusterObjects objects) {
    this.objects = objects;
  }

  List<Quota> facts(Map<String, Cause> gaps) {
    List<Quota> facts =
        objects.placesOf(Types.RESOURCE_QUOTA).stream().map(QuotaFacts::fact).toList();
    KindGaps.note(gaps, "Quota", facts, objects.coverages(), Types.RESOURCE_QUOTA);
    return facts;
  }

  private static Quota fact(Place object) {
    Trace trace = new Trace(object);
    Map<String, String> hard = trace.map("hard", amounts(object.at("spec", "hard")));
    Value<Map<String, String>> reported = amounts(object.at("status", "used"));
    Map<String, String> used = trace.map("used", reported);
    trace
        .read("boundsCompute", object.at("spec", "hard").reading())
        .read("nearlyUsed", object.at("status", "used").reading());
    for (Value<Map<String, String>> value : List.of(amounts(object.at("spec", "hard")), reported)) {
      if (value instanceof Value.Unreadable<Map<String, String>>(Place _, Cause cause)) {
        trace.unknown("boundsCompute", cause).unknown("nearlyUsed", cause);
      }
    }
    if (reported instanceof Value.Absent) {
      Cause cause =
          new Cause(
              Cause.Code.NOT_CAPTURED,
              "the source does not hold what is used; capture quotas from the running cluster");
      trace.unknown("used", cause).unknown("nearlyUsed", cause);
    }
    return new Quota(
        ClusterObjects.namespace(object.resource()),
        object.resource().name(),
        hard,
        used,
        bounds(hard, "cpu") && bounds(hard, "memory"),
        hard.keySet().stream().filter(what -> nearly(hard, used, what)).sorted().toList(),
        trace.done());
  }

  private static Value<Map<String, String>> amounts(Place place) {
    Map<String, String> texts = new LinkedHashMap<>();
    place.each().forEach((key, value) -> texts.put(key, value.quantity().orElse("")));
    return place.isMapping().map(_ -> texts);
  }

  private static boolean bounds(Map<String, String> hard, String what) {
    return Stream.of(what, "requests." + what, "limits." + what).anyMatch(hard::containsKey);
  }

  private static boolean nearly(Map<String, String> hard, Map<String, String> used, String what) {
    Optional<BigDecimal> bound = Quantity.of(hard.getOrDefault(what, ""));
    Optional<BigDecimal> taken = Quantity.of(used.getOrDefault(what, ""));
    return bound.isPresent()
        && taken.isPresent()
        && bound.get().signum() > 0
        && taken.get().compareTo(bound.get().multiply(NEARLY)) > 0;
  }
}
