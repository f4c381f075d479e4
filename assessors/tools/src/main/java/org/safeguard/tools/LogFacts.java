package org.safeguard.tools;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.LogExclusion;
import org.safeguard.model.fact.LogOutput;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.fact.Volume;
import org.safeguard.model.fact.Workload;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.PodTemplate;
import org.safeguard.objects.TemplateKind;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Value;

/// Where log shippers send, and which workloads they are told to leave out.
final class LogFacts {

  static final List<String> FORWARDERS =
      List.of(
          "ClusterLogForwarder.logging.openshift.io",
          "ClusterLogForwarder.observability.openshift.io");

  private static final List<String> OPERATORS =
      List.of(
          "Output.logging.banzaicloud.io",
          "ClusterOutput.logging.banzaicloud.io",
          "Output.fluentbit.fluent.io",
          "ClusterOutput.fluentbit.fluent.io",
          "Output.fluentd.fluent.io",
          "ClusterOutput.fluentd.fluent.io");

  private static final Cause UNREAD =
      new Cause(
          Cause.Code.NOT_CAPTURED,
          "a log shipper runs, and no settings of it that name an output could be read: they may lie"
              + " in a secret, in its arguments or with the provider; ask where logs go and how they"
              + " are protected");

  /// What takes the logs of a pod out, with the value that does.
  private static final Map<String, String> EXCLUDES =
      Map.of(
          "fluentbit.io/exclude", "true",
          "fluentd.org/exclude", "true",
          "co.elastic.logs/enabled", "false",
          "vector.dev/exclude", "true",
          "ad.datadoghq.com/logs_exclude", "true",
          "sumologic.com/exclude", "true",
          "splunk.com/exclude", "true");

  private final Captured captured;
  private final ToolSearch.Result found;

  LogFacts(Captured captured, ToolSearch.Result found) {
    this.captured = captured;
    this.found = found;
  }

  List<LogOutput> outputs() {
    List<LogOutput> outputs = new ArrayList<>();
    for (String type : FORWARDERS) {
      captured.places(type).forEach(object -> forwarder(object, outputs));
    }
    for (String type : OPERATORS) {
      captured.places(type).forEach(object -> operator(object, outputs));
    }
    configMaps(outputs);
    return outputs;
  }

  /// Why there may be outputs where none was read.
  Optional<Cause> gap(List<LogOutput> outputs) {
    boolean ships = found.doing("log-shipping").stream().anyMatch(Finding::isStrong);
    return outputs.isEmpty() && ships ? Optional.of(UNREAD) : Optional.empty();
  }

  private void forwarder(Place object, List<LogOutput> outputs) {
    for (Place output : object.at("spec", "outputs").objects().orElse(List.of())) {
      String name = output.at("name").text().orElse("");
      String type = output.at("type").text().orElse("");
      Place address = output.at("url").isSet() ? output.at("url") : output.at(type, "url");
      Trace trace = trace(object, name, address);
      String url = address.text().orElse("");
      boolean plain = url.startsWith("http:") || url.startsWith("tcp:") || url.startsWith("udp:");
      boolean service =
          type.equals("cloudwatch") || type.startsWith("google") || type.startsWith("azure");
      boolean skips = output.at("tls", "insecureSkipVerify").flag().orElse(false);
      Set<String> inputs = new TreeSet<>();
      for (Place pipeline : object.at("spec", "pipelines").objects().orElse(List.of())) {
        if (pipeline.at("outputRefs").texts().orElse(List.of()).contains(name)) {
          inputs.addAll(pipeline.at("inputRefs").texts().orElse(List.of()));
        }
      }
      outputs.add(
          new LogOutput(
              object.resource().namespace(),
              object.resource().name(),
              "OpenShift Logging",
              name,
              type,
              url,
              true,
              (service || !plain && !url.isEmpty()) && !skips,
              List.copyOf(inputs),
              trace.done()));
    }
  }

  private void operator(Place object, List<LogOutput> outputs) {
    for (Map.Entry<String, Place> member : object.at("spec").each().entrySet()) {
      Place settings = member.getValue();
      boolean output = !settings.each().isEmpty() && !member.getKey().equals("loggingRef");
      if (output) {
        Place host = firstSet(settings, "host", "hosts", "hec_host", "url", "endpoint");
        boolean https =
            host.text().orElse("").contains("https")
                || settings.at("scheme").text().orElse("").equals("https")
                || settings.at("tls").isSet()
                || settings.at("protocol").text().orElse("").equals("https");
        boolean skips =
            !settings.at("ssl_verify").flag().orElse(true)
                || !settings.at("tls", "verify").flag().orElse(true);
        String type = member.getKey().toLowerCase(Locale.ROOT);
        boolean service =
            type.startsWith("s3")
                || type.startsWith("cloudwatch")
                || type.startsWith("azure")
                || type.startsWith("gcs");
        outputs.add(
            new LogOutput(
                object.resource().namespace(),
                object.resource().name(),
                "Logging operator",
                member.getKey(),
                type,
                host.text().orElse(""),
                !type.equals("nullout") && !type.equals("file") && !type.equals("stdout"),
                service || https && !skips,
                List.of(),
                trace(object, member.getKey(), settings).done()));
      }
    }
  }

  private static Place firstSet(Place holder, String... keys) {
    for (String key : keys) {
      if (holder.at(key).isSet()) {
        return holder.at(key);
      }
    }
    return holder.at(keys[0]);
  }

  /// Only config maps that a shipper's workloads mount or that lie beside it are settings of it.
  private void configMaps(List<LogOutput> outputs) {
    Map<String, String> namespaces = new TreeMap<>();
    Set<String> own = new HashSet<>();
    for (Finding shipper : found.doing("log-shipping")) {
      for (Workload workload : shipper.workloads()) {
        namespaces.putIfAbsent(workload.namespace(), shipper.product().name());
        Answers.orElse(workload, Workload::volumes, List.<Volume>of())
            .forEach(volume -> own.add(workload.namespace() + "/" + volume.refersTo()));
      }
    }
    for (Place map : captured.places("ConfigMap")) {
      String namespace = ClusterObjects.namespace(map.resource());
      if (own.contains(namespace + "/" + map.resource().name())) {
        String product = namespaces.getOrDefault(namespace, "");
        map.at("data").each().forEach((key, entry) -> entry(map, key, entry, product, outputs));
      }
    }
  }

  private void entry(Place map, String key, Place entry, String product, List<LogOutput> outputs) {
    for (LogSettings.Output output : LogSettings.in(entry.text().orElse(""))) {
      String name = output.name() + " " + output.type();
      Trace trace = trace(map, key + "/" + name, entry);
      trace.read("type", entry.reading(output.type()));
      trace.read("remote", entry.reading(output.type()));
      trace.read("encrypted", entry.reading(output.type() + " " + output.destination()));
      if (output.encrypted().isEmpty()) {
        trace.unknown("encrypted", UNREAD);
      }
      outputs.add(
          new LogOutput(
              ClusterObjects.namespace(map.resource()),
              map.resource().name(),
              product,
              name,
              output.type(),
              output.destination(),
              output.remote(),
              output.encrypted().orElse(false),
              List.of(),
              trace.done()));
    }
  }

  /// Several outputs lie in one object, so each has a place of its own.
  private Trace trace(Place object, String output, Place where) {
    String name = object.resource().name() + "/" + output;
    Trace trace =
        new Trace(captured.made("LogOutput", ClusterObjects.namespace(object.resource()), name));
    for (String component : List.of("destination", "remote", "encrypted", "inputs", "type")) {
      trace.read(component, where.reading());
    }
    return trace;
  }

  /// Workloads that say anything to a log shipper.
  List<LogExclusion> exclusions() {
    List<LogExclusion> found = new ArrayList<>();
    for (Workload workload : captured.known().workloads()) {
      Place object = captured.objects().place(workload.provenance().resource());
      TemplateKind.of(object.resource().type())
          .map(kind -> PodTemplate.of(kind, object))
          .flatMap(template -> exclusion(workload, template))
          .ifPresent(found::add);
    }
    return found;
  }

  private static Optional<LogExclusion> exclusion(Workload workload, PodTemplate template) {
    Trace trace = new Trace(template.object());
    List<String> by = new ArrayList<>();
    List<Reading> readings = new ArrayList<>();
    for (String holder : List.of("annotations", "labels")) {
      for (Map.Entry<String, String> exclude : EXCLUDES.entrySet()) {
        Place place = template.template().at("metadata", holder, exclude.getKey());
        if (place.isSet()) {
          readings.add(place.reading());
          judge(trace, exclude, place.quantity(), by);
        }
      }
    }
    trace.read("excludedBy", readings);
    return readings.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new LogExclusion(
                workload.namespace(),
                workload.name(),
                workload.kind(),
                Answers.orElse(workload, Workload::ephi, "unknown"),
                by.stream().sorted().toList(),
                trace.done()));
  }

  private static void judge(
      Trace trace, Map.Entry<String, String> exclude, Value<String> value, List<String> by) {
    String text = value.orElse("");
    if (value instanceof Value.Unreadable<String>(Place _, Cause cause)) {
      trace.unknown("excludedBy", cause);
    } else if (text.startsWith("(redacted:")) {
      trace.unknown("excludedBy", value.place().redacted());
    } else if (text.equals(exclude.getValue())) {
      by.add(exclude.getKey() + "=" + text);
    }
  }
}
