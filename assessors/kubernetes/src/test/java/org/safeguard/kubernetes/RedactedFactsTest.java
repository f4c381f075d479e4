package org.safeguard.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.safeguard.model.fact.Container;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.UnknownEvidenceException;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;
import org.safeguard.redaction.Profile;
import org.safeguard.redaction.Redactor;

/// Facts are the same of an object, of its cleaned copy, and of what a bundle gives back.
class RedactedFactsTest {

  private static final String OBJECTS =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        annotations: {team: blue, kubernetes.io/x: y}
      spec:
        containers:
          - name: cut
            image: web:1
            args: ["--password=hunter2", "--verbose"]
            env:
              - {name: DB_PASSWORD, value: hunter2}
              - {name: DATABASE_URL, value: "postgres://app:hunter2@db/app"}
              - {name: GREETING, value: hello}
              - {name: TOKEN_FILE, value: /run/token}
          - name: pair
            image: web:1
            command: [web, --token]
            args: [abc]
          - name: none
            image: web:1
            args: ["--verbose", "--anonymous-auth=false"]
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: app}
      data:
        ca.crt: |
          -----BEGIN RSA PRIVATE KEY-----
          MIIE
          -----END RSA PRIVATE KEY-----
        app.properties: |
          a=b
          db.password=hunter2
        greeting: hello
      """;

  @ParameterizedTest
  @EnumSource(Profile.class)
  void redactionChangesNoFact(Profile profile) {
    List<Resource> before = Given.yaml(OBJECTS).resources();
    Redactor redactor = new Redactor(profile);
    List<Resource> clean = each(before, redactor::clean);
    List<Resource> stored = each(clean, body -> (ObjectNode) node(body.plain()));

    String expected =
        "cut true {DB_PASSWORD=true, DATABASE_URL=true, GREETING=false, TOKEN_FILE=false}"
            + "; pair true {}; none false {}; app [ca.crt, app.properties] [ca.crt]";
    assertEquals(expected, summary(before));
    assertEquals(expected, summary(clean));
    assertEquals(expected, summary(stored));
    assertFalse(clean.toString().contains("hunter2"));
  }

  @Test
  void behindTheMarkerOfAnotherToolAnythingMayBe() {
    Container container =
        Given.yaml(
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: web}
                spec:
                  containers:
                    - name: web
                      image: web:1
                      env:
                        - {name: DB_PASSWORD, value: "***HIDDEN***"}
                        - {name: OTHER, value: "(redacted: something)"}
                """)
            .container();

    container
        .environment()
        .forEach(v -> assertThrows(UnknownEvidenceException.class, v::credential));
  }

  private static List<Resource> each(
      List<Resource> resources, java.util.function.UnaryOperator<ObjectNode> change) {
    return resources.stream()
        .map(resource -> Given.resource(change.apply(resource.body())))
        .toList();
  }

  private static String summary(List<Resource> resources) {
    Facts facts = Given.of(resources).facts();
    List<String> parts = new ArrayList<>();
    facts.workloads().getFirst().containers().forEach(c -> parts.add(summary(c)));
    facts
        .configMaps()
        .forEach(m -> parts.add(m.name() + " " + m.credentialKeys() + " " + m.privateKeyKeys()));
    assertEquals("y", facts.workloads().getFirst().annotations().get("kubernetes.io/x"));
    return String.join("; ", parts);
  }

  private static String summary(Container container) {
    Map<String, Boolean> variables = new java.util.LinkedHashMap<>();
    container.environment().forEach(v -> variables.put(v.name(), v.credential()));
    return container.name() + " " + container.credentialInArguments() + " " + variables;
  }

  private static Node node(Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        ObjectNode.Builder object = ObjectNode.builder(1);
        map.forEach((key, member) -> object.put((String) key, node(member)));
        yield object.build();
      }
      case List<?> list -> new ArrayNode(list.stream().map(RedactedFactsTest::node).toList(), 1);
      default -> new ScalarNode(value, 1);
    };
  }
}
