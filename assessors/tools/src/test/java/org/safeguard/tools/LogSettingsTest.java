package org.safeguard.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogSettingsTest {

  private static LogSettings.Output output(
      String name, String type, String destination, boolean remote, boolean encrypted) {
    return new LogSettings.Output(name, type, destination, remote, Optional.of(encrypted));
  }

  @Test
  void fluentBitNamesItsOutputs() {
    assertEquals(
        List.of(
            output("siem", "splunk", "splunk.clinic.example", true, true),
            output("2", "stdout", "", false, false),
            output("3", "forward", "collector", true, false)),
        LogSettings.in(
            """
            [SERVICE]
                Flush 1
            [OUTPUT]
                Name   splunk
                Alias  siem
                Host   splunk.clinic.example
                TLS    On
            [OUTPUT]
                Name   stdout
            [FILTER]
                Name   grep
            [OUTPUT]
                Name   forward
                Host   collector
                # tls  On
            """));
  }

  @Test
  void fluentdNamesItsMatches() {
    assertEquals(
        List.of(
            output("1", "elasticsearch", "es.clinic.example", true, true),
            output("2", "elasticsearch", "es", true, false),
            output("3", "null", "", false, false)),
        LogSettings.in(
            """
            <match ehr.**>
              @type elasticsearch
              host es.clinic.example
              scheme https
              <buffer>
                @type file
              </buffer>
            </match>
            <match billing.**>
              @type elasticsearch
              host es
            </match>
            <match **>
              @type null
            </match>
            """));
  }

  @Test
  void promtailFilebeatVectorAndTheCollectorAreRead() {
    assertEquals(
        List.of(output("1", "loki", "http://loki:3100/push", true, false)),
        LogSettings.in("clients:\n- url: http://loki:3100/push\n"));
    assertEquals(
        List.of(output("elasticsearch", "elasticsearch", "https://es:9200", true, true)),
        LogSettings.in("output.elasticsearch:\n  hosts: ['https://es:9200']\n"));
    assertEquals(
        List.of(
            output("siem", "elasticsearch", "https://es:9200", true, true),
            output("out", "console", "", false, false)),
        LogSettings.in(
            """
            sinks:
              siem: {type: elasticsearch, endpoints: ['https://es:9200']}
              out: {type: console}
            """));
    assertEquals(
        List.of(
            output("otlp/siem", "otlp", "siem:4317", true, true),
            output("otlp/near", "otlp", "near:4317", true, false)),
        LogSettings.in(
            """
            exporters:
              otlp/siem: {endpoint: 'siem:4317'}
              otlp/near: {endpoint: 'near:4317', tls: {insecure: true}}
            """));
  }

  @Test
  void otherTextHasNoOutputs() {
    assertEquals(List.of(), LogSettings.in("output of the day: {{ .Values.x }}\n  - broken: ["));
    assertEquals(List.of(), LogSettings.in("(redacted: looks like a password, value 1)"));
  }

  @Test
  void noTextBreaksTheReader() {
    Random random = new Random(4);
    List<String> words =
        List.of(
            "[OUTPUT]",
            "\n",
            "<match a>",
            "</match>",
            "@type",
            " es ",
            "Name",
            "tls",
            "On",
            ":",
            "exporters:",
            "sinks:",
            "- ",
            "{",
            "}",
            "\"",
            "clients:",
            "  ",
            "<store>",
            "host");
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(30); n > 0; n--) {
        text.append(words.get(random.nextInt(words.size())));
      }
      LogSettings.in(text.toString());
    }
  }
}
