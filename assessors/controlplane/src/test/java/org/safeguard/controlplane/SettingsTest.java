package org.safeguard.controlplane;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.safeguard.model.fact.ComponentSetting;
import org.safeguard.model.fact.ControlPlaneComponent;
import org.safeguard.model.fact.UnknownEvidenceException;

class SettingsTest {

  private static ControlPlaneComponent apiServer(String... arguments) {
    List<String> command = new ArrayList<>(List.of("kube-apiserver"));
    command.addAll(List.of(arguments));
    return Given.yaml(Given.pod("kube-apiserver", "a", command.toArray(String[]::new)))
        .only("kube-apiserver");
  }

  @Test
  void everySpellingOfAFlagIsRead() {
    for (List<String> spelling :
        List.of(
            List.of("--audit-log-path=/x"),
            List.of("--audit-log-path", "/x"),
            List.of("-audit-log-path=/x"),
            List.of("--audit_log_path=/x"),
            List.of("--audit-log-path=/y", "--audit-log-path=/x"))) {
      ControlPlaneComponent component = apiServer(spelling.toArray(String[]::new));
      ComponentSetting flag = Given.flag(component, "audit-log-path");
      assertEquals("/x", flag.value(), spelling.toString());
      assertTrue(flag.given());
    }
  }

  @Test
  void aBooleanTakesNoWordOfItsOwn() {
    ControlPlaneComponent component = apiServer("--profiling", "false", "--anonymous-auth=0");
    assertEquals("true", Given.flag(component, "profiling").value());
    assertEquals("false", Given.flag(component, "anonymous-auth").value());
  }

  @Test
  void evidencePointsToTheArgument() {
    ComponentSetting flag = Given.flag(apiServer("--v=2", "--profiling=false"), "profiling");
    assertEquals(
        "/spec/containers/0/command/2",
        flag.provenance().readings("value").getFirst().pointer().text());
    assertEquals("--profiling=false", flag.provenance().readings("value").getFirst().observed());
    assertEquals(12, flag.provenance().readings("value").getFirst().line());
  }

  @Test
  void listsAddUpAndScalarsDoNot() {
    ControlPlaneComponent component =
        apiServer(
            "--enable-admission-plugins=A,B",
            "--enable-admission-plugins=C",
            "--request-timeout=5s",
            "--request-timeout=1m30s");
    assertEquals(
        List.of("A", "B", "C"), Given.flag(component, "enable-admission-plugins").values());
    assertEquals(90, Given.flag(component, "request-timeout").number());
  }

  @Test
  void aHiddenArgumentLeavesOpenWhatNobodyGave() {
    ControlPlaneComponent component = apiServer("--profiling=false", "***HIDDEN***");
    assertEquals("false", Given.flag(component, "profiling").value());
    ComponentSetting other = Given.flag(component, "anonymous-auth");
    assertThrows(UnknownEvidenceException.class, other::value);
  }

  @Test
  void numbersAndDurations() {
    assertEquals(OptionalLong.of(30), Settings.number("30"));
    assertEquals(OptionalLong.of(3661), Settings.number("1h1m1s"));
    assertEquals(OptionalLong.of(0), Settings.number("500ms"));
    assertEquals(OptionalLong.empty(), Settings.number("soon"));
    assertEquals(OptionalLong.empty(), Settings.number("5 s"));
  }

  /// However the same flags are written, in a list or in a script, they read the same.
  @Test
  void anySpellingOfRandomFlagsReadsTheSame() {
    List<String> names =
        List.of("audit-log-path", "audit-policy-file", "client-ca-file", "tls-min-version");
    for (long seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      List<String> plain = new ArrayList<>();
      List<String> odd = new ArrayList<>();
      StringBuilder script = new StringBuilder("set -e; exec /usr/bin/kube-apiserver");
      for (String name : names) {
        String value = "/v" + random.nextInt(100);
        plain.add("--" + name + "=" + value);
        String spelt = random.nextBoolean() ? name : name.replace('-', '_');
        if (random.nextBoolean()) {
          odd.add("--" + spelt + "=" + value);
        } else {
          odd.add("--" + spelt);
          odd.add(value);
        }
        script.append(" \\\n  --").append(spelt).append("=\"").append(value).append('"');
      }
      script.append(" > /var/log/kube-apiserver.log 2>&1");
      ControlPlaneComponent inScript =
          Given.yaml(
                  Given.pod(
                      "kube-apiserver",
                      "a",
                      "/bin/sh",
                      "-c",
                      script.toString().replace("\\\n", "")))
              .only("kube-apiserver");
      List<String> expected = values(apiServer(plain.toArray(String[]::new)), names);
      assertEquals(expected, values(apiServer(odd.toArray(String[]::new)), names));
      assertEquals(expected, values(inScript, names), script.toString());
    }
  }

  private static List<String> values(ControlPlaneComponent component, List<String> names) {
    return names.stream().map(name -> Given.flag(component, name).value()).toList();
  }
}
