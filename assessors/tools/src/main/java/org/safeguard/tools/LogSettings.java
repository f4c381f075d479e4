package org.safeguard.tools;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safeguard.document.Documents;
import org.safeguard.document.MalformedDocumentException;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;

/// Reads from the settings of log shippers where they send to, as far as it is written there.
final class LogSettings {

  /// An output as written.
  ///
  /// @param name its name or number
  /// @param type such as `es`
  /// @param destination host or address, empty when not told
  /// @param remote whether it leaves the pod
  /// @param encrypted whether it goes by TLS with its certificate checked; empty when the text does
  ///     not tell
  record Output(
      String name, String type, String destination, boolean remote, Optional<Boolean> encrypted) {}

  /// Outputs that go nowhere, or to the next stage of the same pipeline.
  private static final Set<String> LOCAL =
      Set.of(
          "stdout",
          "null",
          "file",
          "counter",
          "exit",
          "flowcounter",
          "prometheus_exporter",
          "lib",
          "copy",
          "relabel",
          "rewrite_tag_filter",
          "label_router",
          "route",
          "roundrobin",
          "rewrite",
          "console",
          "blackhole",
          "debug",
          "logging",
          "nop",
          "detect_exceptions",
          "prometheus",
          "mdsd");

  /// Services that are reached by TLS and no other way.
  private static final Set<String> SERVICES =
      Set.of(
          "cloudwatch",
          "cloudwatch_logs",
          "s3",
          "kinesis",
          "kinesis_streams",
          "kinesis_firehose",
          "firehose",
          "stackdriver",
          "google_cloud",
          "gcs",
          "bigquery",
          "azure",
          "azure_blob",
          "azure_kusto",
          "azure_logs_ingestion",
          "azure-loganalytics",
          "nrlogs",
          "newrelic",
          "logdna",
          "aws_cloudwatch_logs",
          "aws_s3",
          "gcp_stackdriver_logs",
          "gcp_cloud_storage",
          "azure_monitor_logs",
          "datadog_logs",
          "googlecloud",
          "awscloudwatchlogs",
          "oracle_log_analytics");

  private LogSettings() {}

  /// The outputs in the text of one settings file.
  static List<Output> in(String text) {
    if (text.contains("[OUTPUT]") || text.contains("[output]")) {
      return fluentBit(text);
    }
    if (text.contains("<match")) {
      return fluentd(text);
    }
    return yaml(text);
  }

  /// Fluent Bit's classic format: sections in brackets, a key and a value a line.
  private static List<Output> fluentBit(String text) {
    List<Output> outputs = new ArrayList<>();
    @Nullable Map<String, String> section = null;
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.startsWith("[")) {
        add(section, outputs);
        section = line.equalsIgnoreCase("[OUTPUT]") ? new LinkedHashMap<>() : null;
      } else if (section != null && !line.isEmpty() && !line.startsWith("#")) {
        String[] pair = line.split("\\s+", 2);
        section.put(pair[0].toLowerCase(Locale.ROOT), pair.length > 1 ? pair[1] : "");
      }
    }
    add(section, outputs);
    return outputs;
  }

  private static void add(@Nullable Map<String, String> section, List<Output> outputs) {
    if (section != null) {
      outputs.add(output(String.valueOf(outputs.size() + 1), section));
    }
  }

  private static Output output(String number, Map<String, String> section) {
    String type = section.getOrDefault("name", "").toLowerCase(Locale.ROOT);
    String destination = section.getOrDefault("host", section.getOrDefault("brokers", ""));
    boolean tls = isOn(section.getOrDefault("tls", "off"));
    boolean checked = isOn(section.getOrDefault("tls.verify", "on"));
    String mode = section.getOrDefault("mode", "");
    boolean byMode = type.equals("syslog") && mode.equals("tls");
    Optional<Boolean> encrypted =
        type.equals("kafka")
            ? Optional.of(
                section
                    .getOrDefault("rdkafka.security.protocol", "plaintext")
                    .toLowerCase(Locale.ROOT)
                    .contains("ssl"))
            : Optional.of(SERVICES.contains(type) || (tls || byMode) && checked);
    return new Output(
        section.getOrDefault("alias", number), type, destination, isRemote(type), encrypted);
  }

  /// Fluentd's format: a `match` element with `@type`, and further elements within.
  private static List<Output> fluentd(String text) {
    List<Output> outputs = new ArrayList<>();
    @Nullable Map<String, String> current = null;
    String transport = "";
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.startsWith("<match") || line.startsWith("<store")) {
        flush(current, outputs);
        current = new LinkedHashMap<>();
      } else if (line.equals("</match>") || line.equals("</store>")) {
        flush(current, outputs);
        current = null;
      } else if (line.startsWith("<")) {
        transport = line;
      } else if (current != null && !line.startsWith("#") && !line.isEmpty()) {
        String[] pair = line.split("\\s+", 2);
        boolean inner = pair[0].equals("@type") && current.containsKey("@type");
        current.putIfAbsent(inner ? transport + "@type" : pair[0], pair.length > 1 ? pair[1] : "");
      }
    }
    flush(current, outputs);
    return outputs;
  }

  private static void flush(@Nullable Map<String, String> section, List<Output> outputs) {
    if (section == null || !section.containsKey("@type")) {
      return;
    }
    String type = section.getOrDefault("@type", "").toLowerCase(Locale.ROOT);
    String destination =
        first(section, "host", "hosts", "hec_host", "url", "endpoint", "endpoint_url", "brokers");
    String text = section.toString().toLowerCase(Locale.ROOT);
    boolean plain =
        text.contains("http://")
            || text.contains("scheme=http,")
            || text.contains("protocol=http,");
    boolean tls =
        text.contains("https")
            || text.contains("transport=tls")
            || text.contains("tls=true")
            || text.contains("ssl_ca_cert")
            || type.startsWith("splunk_hec");
    boolean unchecked =
        text.contains("ssl_verify=false")
            || text.contains("insecure_ssl=true")
            || text.contains("tls_insecure_mode=true")
            || text.contains("verify_ssl=false");
    boolean encrypted = SERVICES.contains(type) || tls && !plain && !unchecked;
    outputs.add(
        new Output(
            section.getOrDefault("@id", String.valueOf(outputs.size() + 1)),
            type,
            destination,
            isRemote(type),
            Optional.of(encrypted)));
  }

  private static String first(Map<String, String> section, String... keys) {
    for (String key : keys) {
      String value = section.get(key);
      if (value != null) {
        return value;
      }
    }
    return "";
  }

  private static boolean isOn(String value) {
    return value.equalsIgnoreCase("on") || value.equalsIgnoreCase("true");
  }

  private static boolean isRemote(String type) {
    return !type.isEmpty() && !LOCAL.contains(type);
  }

  /// Promtail, Filebeat, Vector, the OpenTelemetry collector and Fluent Bit's newer format.
  private static List<Output> yaml(String text) {
    List<Output> outputs = new ArrayList<>();
    if (!text.contains("clients")
        && !text.contains("output")
        && !text.contains("sinks")
        && !text.contains("exporters")) {
      return outputs;
    }
    try {
      for (Node document : Documents.yaml(text)) {
        if (document instanceof ObjectNode settings) {
          promtail(settings, outputs);
          filebeat(settings, outputs);
          named(settings.object("sinks"), "type", outputs);
          named(settings.object("exporters"), "", outputs);
          for (ObjectNode output : settings.object("pipeline").array("outputs").objects()) {
            outputs.add(output(String.valueOf(outputs.size() + 1), lower(output.texts())));
          }
        }
      }
    } catch (MalformedDocumentException e) {
      return List.of(); // a template or a file of another kind
    }
    return outputs;
  }

  private static Map<String, String> lower(Map<String, String> texts) {
    Map<String, String> lower = new LinkedHashMap<>();
    texts.forEach((key, value) -> lower.put(key.toLowerCase(Locale.ROOT), value));
    return lower;
  }

  private static void promtail(ObjectNode settings, List<Output> outputs) {
    for (ObjectNode client : settings.array("clients").objects()) {
      String url = client.text("url").orElse("");
      if (!url.isEmpty()) {
        boolean unchecked = client.object("tls_config").flag("insecure_skip_verify").orElse(false);
        outputs.add(byAddress(String.valueOf(outputs.size() + 1), "loki", url, unchecked));
      }
    }
  }

  private static void filebeat(ObjectNode settings, List<Output> outputs) {
    settings.each(
        (key, value) -> {
          if (key.startsWith("output.") && value instanceof ObjectNode output) {
            beat(key.substring("output.".length()), output, outputs);
          }
        });
    settings
        .object("output")
        .each(
            (key, value) -> {
              if (value instanceof ObjectNode output) {
                beat(key, output, outputs);
              }
            });
  }

  private static void beat(String type, ObjectNode output, List<Output> outputs) {
    String hosts = String.join(",", output.array("hosts").texts());
    boolean tls =
        hosts.contains("https://")
            || output.has("ssl.certificate_authorities")
            || output.object("ssl").has("certificate_authorities")
            || output.text("protocol").orElse("").equals("https");
    boolean unchecked =
        output.text("ssl.verification_mode").orElse("").equals("none")
            || output.object("ssl").text("verification_mode").orElse("").equals("none");
    outputs.add(new Output(type, type, hosts, isRemote(type), Optional.of(tls && !unchecked)));
  }

  private static void named(ObjectNode holder, String typeKey, List<Output> outputs) {
    holder.each(
        (name, value) -> {
          if (!(value instanceof ObjectNode output)) {
            return;
          }
          String type = typeKey.isEmpty() ? name.split("/", 2)[0] : output.text(typeKey).orElse("");
          String address =
              output
                  .text("endpoint")
                  .or(() -> output.text("address"))
                  .or(() -> output.text("bootstrap_servers"))
                  .orElseGet(() -> String.join(",", output.array("endpoints").texts()));
          boolean unchecked =
              output.object("tls").flag("insecure").orElse(false)
                  || output.object("tls").flag("insecure_skip_verify").orElse(false)
                  || !output.object("tls").flag("verify_certificate").orElse(true);
          outputs.add(byAddress(name, type, address, unchecked));
        });
  }

  /// Without a scheme an exporter of the collector uses TLS, while others only do where told.
  private static Output byAddress(String name, String type, String address, boolean unchecked) {
    boolean tls =
        address.contains("https://") || type.startsWith("otlp") && !address.contains("http:");
    return new Output(
        name,
        type,
        address,
        isRemote(type),
        Optional.of(SERVICES.contains(type) || tls && !unchecked));
  }
}
