package org.safeguard.tools;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.safeguard.model.fact.RuntimeEvents;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;

/// Events of runtime detection, as supplied beside the objects of the cluster.
final class EventFacts {

  static final String KIND = "FalcoEvents";

  private static final Set<String> SERIOUS = Set.of("emergency", "alert", "critical", "error");

  private static final Pattern INTERACTIVE =
      Pattern.compile(
          "terminal shell|\\bexec\\b|attach|port.?forward|shell in (a )?container|run shell",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern TAMPERING =
      Pattern.compile(
          "package manage|miner|mining|drop(ped)? and exec|binary dir|write below|sensitive file"
              + "|set ?uid|netcat|network tool|reverse shell|clear log|bulk data|user m|ssh"
              + "|modif|cron|systemd|untrusted|privileg|escape|unexpected|suspicious",
          Pattern.CASE_INSENSITIVE);

  private final Captured captured;

  EventFacts(Captured captured) {
    this.captured = captured;
  }

  List<RuntimeEvents> facts() {
    return captured.objects().types().stream()
        .filter(type -> type.kind().equals(KIND))
        .map(ResourceType::toString)
        .flatMap(type -> captured.places(type).stream())
        .map(EventFacts::fact)
        .toList();
  }

  private static RuntimeEvents fact(Place object) {
    Trace trace = new Trace(object);
    Set<String> serious = new LinkedHashSet<>();
    Set<String> interactive = new LinkedHashSet<>();
    Set<String> tampering = new LinkedHashSet<>();
    boolean dropped = false;
    Readings readings = new Readings(trace, "serious");
    for (Place event : readings.take(object.at("events").objects(), List.of())) {
      String rule = event.at("rule").text().orElse("");
      String priority = event.at("priority").text().orElse("");
      boolean drop = rule.toLowerCase(Locale.ROOT).contains("event drop");
      dropped = dropped || drop;
      if (SERIOUS.contains(priority.toLowerCase(Locale.ROOT))) {
        serious.add(rule);
        readings.see(event.at("rule"));
      }
      if (INTERACTIVE.matcher(rule).find()) {
        interactive.add(rule);
      } else if (!drop && TAMPERING.matcher(rule).find()) {
        tampering.add(rule);
      }
    }
    readings.decide("");
    for (String component : List.of("interactive", "tampering", "dropped")) {
      trace.read(component, object.at("events").reading());
    }
    return new RuntimeEvents(
        object.resource().name(),
        "Falco",
        trace.number("total", object.at("total").number(), 0),
        trace.text("from", object.at("first").text(), ""),
        trace.text("until", object.at("last").text(), ""),
        List.copyOf(serious),
        List.copyOf(interactive),
        List.copyOf(tampering),
        dropped,
        trace.done());
  }
}
