package org.safeguard.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.JsonPointer;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.Redacted;
import org.safeguard.model.tree.ScalarNode;

class YamlTextTest {

  private static final String POD =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        annotations:
          note: |-
            first
              second
          version: "1.10"
        labels: {}
        name: web
      spec:
        containers:
        - args:
          - --verbose
          - '- not a list'
          - ""
          image: 'nginx:'
          name: app
          securityContext:
            privileged: true
        - name: "on"
          ports: []
        replicas: 3
        tolerations:
        - - nested
          - null
      """;

  @Test
  void printsAsKubectlDoes() throws Exception {
    assertEquals(POD, YamlText.render(Documents.yaml(POD).getFirst()).text());
  }

  @Test
  void everyPointerHasTheLineOfItsKeyOrDash() throws Exception {
    Node pod = Documents.yaml(POD).getFirst();
    YamlText.Rendered rendered = YamlText.render(pod);
    assertEquals(1, rendered.lineOfPointer().get(""));
    assertEquals(5, rendered.lineOfPointer().get("/metadata/annotations/note"));
    assertEquals(13, rendered.lineOfPointer().get("/spec/containers/0"));
    assertEquals(20, rendered.lineOfPointer().get("/spec/containers/0/securityContext/privileged"));
    assertEquals(21, rendered.lineOf(new JsonPointer("/spec/containers/1/securityContext")));
    assertEquals(26, rendered.lineOfPointer().get("/spec/tolerations/0/1"));
    rendered.lineOfPointer().forEach((p, line) -> assertKeyOrDash(rendered, p, line));
  }

  private static void assertKeyOrDash(YamlText.Rendered rendered, String pointer, int line) {
    String last = pointer.substring(pointer.lastIndexOf('/') + 1);
    String text = rendered.lines().get(line - 1);
    boolean there = last.matches("[0-9]*") ? text.contains("-") : text.contains(last + ":");
    assertEquals(!pointer.isEmpty(), there && !pointer.isEmpty(), pointer);
  }

  @Test
  void keysAreSortedAndRedactedValuesSaySo() {
    ObjectNode secret =
        ObjectNode.builder(1)
            .put("kind", new ScalarNode("Secret", 1))
            .put(
                "data",
                ObjectNode.builder(2)
                    .put("password", new ScalarNode(new Redacted("secret value"), 2))
                    .build())
            .build();
    assertEquals(
        List.of("data:", "  password: (redacted: secret value)", "kind: Secret"),
        YamlText.render(secret).lines());
  }

  @Test
  void rootScalarsAndEmptyRootsAreOneLine() {
    assertEquals(List.of("{}"), YamlText.render(ObjectNode.EMPTY).lines());
    assertEquals(List.of("[]"), YamlText.render(ArrayNode.EMPTY).lines());
    assertEquals(List.of("null"), YamlText.render(new ScalarNode(null, 0)).lines());
    assertEquals(Map.of("", 1), YamlText.render(new ScalarNode(5L, 0)).lineOfPointer());
  }

  @Test
  void whatIsPrintedReadsBackTheSame() throws Exception {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    for (int round = 0; round < 3_000; round++) {
      ObjectNode tree = object(random, 4);
      String text = YamlText.render(tree).text();
      assertEquals(tree.plain(), Documents.yaml(text).getFirst().plain(), text);
    }
  }

  private static Node any(RandomGenerator random, int depth) {
    return switch (depth == 0 ? 9 : random.nextInt(10)) {
      case 0, 1, 2 -> object(random, depth - 1);
      case 3, 4 -> {
        List<Node> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          items.add(any(random, depth - 1));
        }
        yield new ArrayNode(items, 0);
      }
      case 5 -> new ScalarNode(random.nextBoolean(), 0);
      case 6 -> new ScalarNode(random.nextLong(), 0);
      case 7 -> new ScalarNode(random.nextInt(1000) / 8.0, 0);
      default -> new ScalarNode(text(random), 0);
    };
  }

  private static ObjectNode object(RandomGenerator random, int depth) {
    ObjectNode.Builder object = ObjectNode.builder(1);
    for (int i = random.nextInt(4); i >= 0; i--) {
      object.put(text(random) + i, any(random, depth));
    }
    return object.build();
  }

  private static String text(RandomGenerator random) {
    List<String> parts =
        List.of(
            "a",
            "b",
            " ",
            "  ",
            "\n",
            "\n\n",
            "\t",
            ":",
            "-",
            "#",
            "'",
            "\"",
            "\\",
            "{",
            "}",
            "[",
            "]",
            "&",
            "*",
            "!",
            "|",
            ">",
            "%",
            "@",
            "`",
            "?",
            ",",
            "yes",
            "null",
            "~",
            "0x1f",
            "1",
            "1e3",
            "2024-01-01",
            "---",
            "...",
            "<<",
            "=",
            "é",
            "\u0085",
            "\u2028",
            "\ufeff",
            "\r",
            "😀",
            "\u0007",
            "0644",
            "1:30",
            ".5");
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) {
      text.append(parts.get(random.nextInt(parts.size())));
    }
    return text.toString();
  }
}
