package org.safeguard.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.safeguard.model.fact.EnvironmentSource;
import org.safeguard.model.fact.EnvironmentVariable;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Value;
import org.safeguard.redaction.Credentials;
import org.safeguard.redaction.Markers;

/// Environment variables of a container: names and origins, never values.
final class EnvironmentFacts {

  static final String HIDDEN = "(literal value hidden)";

  private static final Map<String, String> REFERENCES =
      Map.of(
          "secretKeyRef", "secretKeyRef",
          "configMapKeyRef", "configMapKeyRef",
          "fieldRef", "fieldRef",
          "resourceFieldRef", "resourceFieldRef");

  private EnvironmentFacts() {}

  static List<EnvironmentVariable> variables(Trace trace, Place container) {
    Value<List<Place>> list = container.at("env").objects();
    return trace.list("environment", list).stream().map(EnvironmentFacts::variable).toList();
  }

  static List<EnvironmentSource> sources(Trace trace, Place container) {
    Value<List<Place>> list = container.at("envFrom").objects();
    List<EnvironmentSource> sources = new ArrayList<>();
    for (Place place : trace.list("environmentSources", list)) {
      boolean secret = place.at("secretRef").isSet();
      Trace part = new Trace(place);
      Place reference = place.at(secret ? "secretRef" : "configMapRef");
      part.read("kind", reference.reading());
      sources.add(
          new EnvironmentSource(
              secret ? "Secret" : "ConfigMap",
              part.text("name", reference.at("name").text(), ""),
              part.done()));
    }
    return sources;
  }

  private static EnvironmentVariable variable(Place place) {
    Trace trace = new Trace(place);
    String name = trace.text("name", place.at("name").text(), "");
    Place from = place.at("valueFrom");
    Place value = place.at("value");
    if (from.isSet()) {
      return reference(trace, name, from);
    }
    boolean literal = value.isSet();
    trace.read("source", literal ? value.reading(HIDDEN) : value.absent("none"));
    boolean credential = literal && credential(trace, name, value);
    return new EnvironmentVariable(
        name, literal ? "literal" : "none", "", credential, trace.done());
  }

  private static boolean credential(Trace trace, String name, Place value) {
    trace.read("credential", value.reading(HIDDEN));
    if (value.node() != null && Markers.hides(value.node())) {
      trace.unknown("credential", value.redacted());
      return false;
    }
    return Credentials.named(name, value.quantity().orElse(""));
  }

  private static EnvironmentVariable reference(Trace trace, String name, Place from) {
    for (Map.Entry<String, Place> member : from.each().entrySet()) {
      String source = REFERENCES.get(member.getKey());
      if (source != null && member.getValue().isSet()) {
        Place reference = member.getValue();
        boolean object = source.endsWith("KeyRef");
        trace.read("source", reference.reading()).read("credential", reference.reading());
        String refersTo = object ? trace.text("refersTo", reference.at("name").text(), "") : "";
        return new EnvironmentVariable(name, source, refersTo, false, trace.done());
      }
    }
    trace.present("source", from);
    trace.read("credential", from.reading());
    return new EnvironmentVariable(name, "none", "", false, trace.done());
  }
}
