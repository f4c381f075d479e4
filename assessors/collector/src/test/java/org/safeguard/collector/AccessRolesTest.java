package org.safeguard.collector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The roles that people are asked to create promise what the documentation says of them.
class AccessRolesTest {

  private static final Path ROLES = Path.of("../../docs/access");

  @Test
  void everyRoleReadsAndNothingElse() throws IOException {
    for (Rule rule : rules(all())) {
      assertTrue(Set.of("get", "list").containsAll(rule.list("verbs")), rule::toString);
    }
  }

  @Test
  void noRoleReachesIntoAProxyALogOrAShell() throws IOException {
    for (Rule rule : rules(all())) {
      for (String resource : rule.list("resources")) {
        assertTrue(resource.matches("[a-z0-9]+"), () -> "no subresource, no wildcard: " + rule);
      }
      for (String group : rule.list("apiGroups")) {
        assertTrue(group.matches("[a-z0-9.-]*"), () -> "no wildcard: " + rule);
      }
    }
  }

  @Test
  void onlyDiscoveryIsReadOutsideObjects() throws IOException {
    Set<String> discovery = Set.of("/version", "/version/", "/api", "/api/*", "/apis", "/apis/*");
    for (Rule rule : rules(all())) {
      assertTrue(discovery.containsAll(rule.list("nonResourceURLs")), rule::toString);
    }
  }

  @Test
  void secretsAreInOneRoleOnlyAndOnlyAsAList() throws IOException {
    List<Rule> withSecrets = rules(all()).stream().filter(Rule::readsSecrets).toList();

    assertEquals(1, withSecrets.size());
    assertEquals("safeguard-capture-with-secret-names", withSecrets.getFirst().role());
    assertEquals(List.of("list"), withSecrets.getFirst().list("verbs"));
  }

  @Test
  void theTwoVariantsDifferInSecretsAlone() throws IOException {
    List<Map<String, Object>> with = contents(roles("capture-with-secret-names.yaml"));
    List<Map<String, Object>> without = contents(roles("capture.yaml"));

    assertEquals(without, with.subList(0, with.size() - 1));
    assertEquals(List.of("secrets"), with.getLast().get("resources"));
  }

  @Test
  void configMapsOfTheClusterAreReadByNameInOneNamespace() throws IOException {
    List<Map<String, Object>> roles = roles("cluster-settings.yaml");

    assertEquals(1, roles.size());
    assertEquals("Role", roles.getFirst().get("kind"));
    Rule rule = rules(roles).getFirst();
    assertEquals(List.of("get"), rule.list("verbs"));
    assertTrue(rule.list("resourceNames").contains("kubeadm-config"));
  }

  private static List<Map<String, Object>> contents(List<Map<String, Object>> roles) {
    return rules(roles).stream().map(Rule::content).toList();
  }

  private static List<Map<String, Object>> all() throws IOException {
    List<Map<String, Object>> roles = new ArrayList<>();
    try (Stream<Path> files = Files.list(ROLES)) {
      for (Path file : files.sorted().toList()) {
        roles.addAll(roles(file.getFileName().toString()));
      }
    }
    assertTrue(roles.size() > 5);
    return roles;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> roles(String file) throws IOException {
    List<Map<String, Object>> roles = new ArrayList<>();
    try (Reader text = Files.newBufferedReader(ROLES.resolve(file))) {
      for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text)) {
        roles.add((Map<String, Object>) document);
      }
    }
    return roles;
  }

  @SuppressWarnings("unchecked")
  private static List<Rule> rules(List<Map<String, Object>> roles) {
    List<Rule> rules = new ArrayList<>();
    for (Map<String, Object> role : roles) {
      String name = (String) ((Map<String, Object>) role.get("metadata")).get("name");
      for (Map<String, Object> rule : (List<Map<String, Object>>) role.get("rules")) {
        rules.add(new Rule(name, rule));
      }
    }
    return rules;
  }

  private record Rule(String role, Map<String, Object> content) {

    @SuppressWarnings("unchecked")
    List<String> list(String member) {
      return (List<String>) content.getOrDefault(member, List.of());
    }

    boolean readsSecrets() {
      return list("apiGroups").contains("") && list("resources").contains("secrets");
    }
  }
}
