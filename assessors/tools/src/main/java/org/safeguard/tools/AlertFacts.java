package org.safeguard.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguard.document.Documents;
import org.safeguard.document.MalformedDocumentException;
import org.safeguard.model.fact.AlertRoute;
import org.safeguard.model.fact.AlertRules;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;

/// Rules that raise alerts, and the ways by which they reach people.
final class AlertFacts {

  static final List<String> ROUTES =
      List.of(
          "AlertmanagerConfig.monitoring.coreos.com",
          "VMAlertmanagerConfig.operator.victoriametrics.com",
          "GrafanaContactPoint.grafana.integreatly.org");

  static final List<String> RULES =
      List.of("PrometheusRule.monitoring.coreos.com", "VMRule.operator.victoriametrics.com");

  private static final List<String> FILES = List.of("alertmanager.yml", "alertmanager.yaml");

  private static final Cause IN_SECRET =
      new Cause(
          Cause.Code.REDACTED,
          "the routes of this alert manager lie in a secret, whose content is never kept; ask to"
              + " whom alerts go and when the last test was");

  private final Captured captured;

  AlertFacts(Captured captured) {
    this.captured = captured;
  }

  /// Why there may be routes that are not among those found.
  static Cause inSecret() {
    return IN_SECRET;
  }

  List<AlertRoute> routes() {
    List<AlertRoute> routes = new ArrayList<>();
    for (String type : ROUTES) {
      captured.places(type).forEach(object -> routes.add(route(object)));
    }
    for (Place map : captured.places("ConfigMap")) {
      for (String file : FILES) {
        if (map.at("data", file).isSet()) {
          routes.add(file(map, map.at("data", file)));
        }
      }
    }
    return routes;
  }

  private static AlertRoute route(Place object) {
    Trace trace = new Trace(object);
    Readings readings = new Readings(trace, "receivers");
    List<String> receivers = new ArrayList<>();
    List<String> silent = new ArrayList<>();
    if (object.resource().kind().startsWith("Grafana")) {
      receivers.add(readings.take(object.at("spec", "name").text(), object.resource().name()));
      (object.at("spec", "type").isSet() ? List.<String>of() : receivers).forEach(silent::add);
    }
    for (Place receiver : readings.take(object.at("spec", "receivers").objects(), List.of())) {
      String name = receiver.at("name").text().orElse("");
      receivers.add(name);
      readings.see(receiver.at("name"));
      boolean sends =
          receiver.each().entrySet().stream()
              .anyMatch(
                  member ->
                      member.getKey().endsWith("onfigs")
                          && member.getValue().node() instanceof ArrayNode list
                          && !list.items().isEmpty());
      if (!sends) {
        silent.add(name);
      }
    }
    readings.decide("");
    return fact(trace, object, receivers, silent);
  }

  private static AlertRoute file(Place map, Place file) {
    Trace trace = new Trace(map);
    trace.read("receivers", file.reading("(value hidden)"));
    List<String> receivers = new ArrayList<>();
    List<String> silent = new ArrayList<>();
    Optional<ObjectNode> settings = parsed(file.text().orElse(""));
    if (settings.isEmpty()) {
      Cause cause =
          new Cause(
              Cause.Code.REDACTED,
              file.pointer() + " cannot be read, since it held a secret; ask to whom alerts go");
      trace.unknown("receivers", cause).unknown("delivers", cause).unknown("silent", cause);
    }
    for (ObjectNode receiver :
        settings.map(s -> s.array("receivers").objects()).orElse(List.of())) {
      String name = receiver.text("name").orElse("");
      receivers.add(name);
      boolean sends =
          receiver.keys().stream()
              .anyMatch(
                  key ->
                      key.endsWith("_configs")
                          && receiver.get(key) instanceof ArrayNode list
                          && !list.items().isEmpty());
      if (!sends) {
        silent.add(name);
      }
    }
    return fact(trace, map, receivers, silent);
  }

  private static AlertRoute fact(
      Trace trace, Place object, List<String> receivers, List<String> silent) {
    trace.read("delivers", trace.done().readings("receivers"));
    trace.read("silent", trace.done().readings("receivers"));
    return new AlertRoute(
        object.resource().namespace(),
        object.resource().name(),
        object.resource().kind(),
        product(object.resource().kind()),
        receivers,
        receivers.size() > silent.size(),
        silent,
        trace.done());
  }

  private static String product(String kind) {
    return kind.startsWith("VM")
        ? "VictoriaMetrics"
        : kind.startsWith("Grafana") ? "Grafana" : "Prometheus Alertmanager";
  }

  private static Optional<ObjectNode> parsed(String text) {
    try {
      List<Node> documents = text.startsWith("(redacted:") ? List.of() : Documents.yaml(text);
      return !documents.isEmpty() && documents.getFirst() instanceof ObjectNode settings
          ? Optional.of(settings)
          : Optional.empty();
    } catch (MalformedDocumentException e) {
      return Optional.empty();
    }
  }

  List<AlertRules> rules() {
    return RULES.stream()
        .flatMap(type -> captured.places(type).stream())
        .map(AlertFacts::rules)
        .filter(rules -> !Answers.orElse(rules, AlertRules::alerts, List.of("?")).isEmpty())
        .toList();
  }

  /// Rules that only record are left out.
  private static AlertRules rules(Place object) {
    Trace trace = new Trace(object);
    Readings readings = new Readings(trace, "alerts");
    Readings ratings = new Readings(trace, "unrated");
    List<String> alerts = new ArrayList<>();
    List<String> unrated = new ArrayList<>();
    for (Place group : readings.take(object.at("spec", "groups").objects(), List.of())) {
      for (Place rule : readings.take(group.at("rules").objects(), List.of())) {
        String name = rule.at("alert").text().orElse("");
        if (!name.isEmpty()) {
          alerts.add(name);
          Map<String, Place> labels = rule.at("labels").each();
          if (!labels.containsKey("severity") && !labels.containsKey("priority")) {
            unrated.add(name);
            ratings.see(rule.at("labels"));
          }
        }
      }
    }
    ratings.take(object.at("spec", "groups").objects(), List.of());
    readings.decide("");
    ratings.decide("");
    return new AlertRules(
        object.resource().namespace(),
        object.resource().name(),
        object.resource().kind(),
        alerts,
        unrated,
        trace.done());
  }
}
