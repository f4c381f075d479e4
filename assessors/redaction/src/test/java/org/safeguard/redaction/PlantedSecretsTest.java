package org.safeguard.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.safeguard.redaction.Trees.map;
import static org.safeguard.redaction.Trees.object;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.safeguard.model.snapshot.Redaction;
import org.safeguard.model.tree.ObjectNode;

/// One object of each sort with a planted value at each place where one may be.
class PlantedSecretsTest {

  private final List<String> planted = new ArrayList<>();
  private final List<String> plain = new ArrayList<>();

  /// A value that looks like nothing: only its place tells.
  private String plant() {
    String value = "planted-" + planted.size() + "-valu";
    planted.add(value);
    return value;
  }

  private String planted64() {
    return Base64.getEncoder().encodeToString(plant().getBytes(StandardCharsets.UTF_8));
  }

  /// A value of an ordinary name, which only the strict profile takes out.
  private String unsuspected() {
    String value = "unsuspected-" + plain.size() + "-valu";
    plain.add(value);
    return value;
  }

  private List<ObjectNode> zoo() {
    return List.of(
        object(
            "apiVersion", "v1",
            "kind", "Secret",
            "metadata",
                map(
                    "annotations",
                    map(
                        "kubectl.kubernetes.io/last-applied-configuration",
                        "{\"data\":{\"x\":\"" + plant() + "\"}}",
                        "example.org/note",
                        plant(),
                        "reflector.example.org/copy-of",
                        plant())),
            "data", map("a", planted64(), "tls.key", planted64()),
            "stringData", map("b", plant())),
        object(
            "apiVersion",
            "v1",
            "kind",
            "ConfigMap",
            "metadata",
            map("name", "app"),
            "data",
            map(
                "DB_PASSWORD",
                plant(),
                "app.properties",
                "x=1\nspring.datasource.password=" + plant() + "\n",
                "app.yaml",
                "db:\n  apiKey: \"" + plant() + "\"\n",
                "greeting",
                unsuspected())),
        object(
            "apiVersion",
            "apps/v1",
            "kind",
            "Deployment",
            "metadata",
            map("annotations", map("kapp.k14s.io/original", plant(), "team", plant())),
            "spec",
            map(
                "template",
                map(
                    "metadata", map("annotations", map("objectset.rio.cattle.io/applied", plant())),
                    "spec", map("containers", List.of(container()))))),
        object(
            "apiVersion",
            "template.openshift.io/v1",
            "kind",
            "Template",
            "objects",
            List.of(map("apiVersion", "v1", "kind", "Secret", "stringData", map("x", plant()))),
            "parameters",
            List.of(map("name", "ADMIN_PASSWORD", "value", plant()))),
        object(
            "apiVersion", "helm.cattle.io/v1",
            "kind", "HelmChart",
            "spec", map("valuesContent", "auth:\n  password: " + plant() + "\n")));
  }

  private Map<String, Object> container() {
    return map(
        "name", "app",
        "env",
            List.of(
                map("name", "DB_PASSWORD", "value", plant()),
                map("name", "DATABASE_URL", "value", "postgres://app:" + plant() + "@db/app"),
                map("name", "JAVA_TOOL_OPTIONS", "value", "-Djdbc.password=" + plant()),
                map("name", "GREETING", "value", unsuspected())),
        "command", List.of("sh", "-c", "PGPASSWORD=" + plant() + " psql -h db"),
        "args", List.of("--password=" + plant(), "--token", plant(), unsuspected()),
        "livenessProbe",
            map("exec", map("command", List.of("mysqladmin", "--password=" + plant()))),
        "readinessProbe",
            map(
                "httpGet",
                map(
                    "httpHeaders",
                    List.of(map("name", "Authorization", "value", "Basic " + plant())))));
  }

  @ParameterizedTest
  @EnumSource(Profile.class)
  void nonePlantedIsLeft(Profile profile) {
    Redactor redactor = new Redactor(profile);
    List<Object> clean = new ArrayList<>();
    for (ObjectNode object : zoo()) {
      clean.add(redactor.clean(object).plain());
    }
    String text = clean.toString();

    for (String value : planted) {
      String encoded = Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
      assertFalse(text.contains(value) || text.contains(encoded), value);
      assertFalse(redactor.report().toString().contains(value), value);
    }
    for (String value : plain) {
      assertEquals(profile == Profile.STANDARD, text.contains(value), value);
      assertFalse(redactor.report().toString().contains(value), value);
    }
  }

  @Test
  void theReportNamesThePlacesWhereLiteralsStayed() {
    Redactor redactor = new Redactor(Profile.STANDARD);
    zoo().forEach(redactor::clean);

    assertEquals(
        List.of(
            "ConfigMap /data/* config map value 1",
            "Deployment.apps /spec/template/spec/containers/*/args/* argument 2",
            "Deployment.apps /spec/template/spec/containers/*/command/* argument 2",
            "Deployment.apps /spec/template/spec/containers/*/env/*/value literal value 1",
            "Deployment.apps /spec/template/spec/containers/*/livenessProbe/exec/command/*"
                + " argument 1"),
        redactor.report().stream()
            .filter(Redaction::kept)
            .map(row -> row.type() + " " + row.path() + " " + row.reason() + " " + row.count())
            .toList());
  }
}
