package org.safeguard.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.Redacted;
import org.safeguard.model.tree.ScalarNode;

/// Objects of random shape, with the keys and texts that the redactor looks at.
class RedactorPropertyTest {

  private static final List<String> KEYS =
      List.of(
          "apiVersion",
          "kind",
          "metadata",
          "annotations",
          "labels",
          "name",
          "value",
          "env",
          "args",
          "command",
          "data",
          "stringData",
          "binaryData",
          "spec",
          "containers",
          "items",
          "objects",
          "secret",
          "keys",
          "tls",
          "key",
          "password",
          "token",
          "client-key-data",
          "managedFields",
          "kubernetes.io/x",
          "example.org/y",
          "httpHeaders",
          "a/last-applied",
          "values",
          "");

  private static final List<Object> TEXTS =
      List.of(
          "Secret",
          "ConfigMap",
          "Pod",
          "Route",
          "EncryptionConfiguration",
          "v1",
          "apps/v1",
          "example.org/v1",
          "hunter2",
          "--password=hunter2",
          "--password",
          "--token=a,b\"c d",
          "x=1\npassword=hunter2\n",
          "postgres://a:b@c/d",
          "-----BEGIN PRIVATE KEY-----\nabc",
          "LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0t",
          "(redacted: looks like a password, value 7)",
          "(redacted: x)",
          "(redacted: ",
          "--a=(redacted: looks like a token, value 2)--token=x",
          "***HIDDEN***",
          "123-45-6789",
          "{\"password\":\"x\",\"apiVersion\":\"v1\"}",
          "$(X)",
          "",
          "password: (redacted: looks like a password)\ntoken: abc.DEF1",
          "Authorization: Basic QQ",
          "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NSJ9.c2lnbmF0dXJlLWhlcmU",
          "\0\uD800<>)((",
          7L,
          1.5,
          true,
          new Redacted("looks like a token, value 3"),
          new Redacted("foreign"));

  private final Random random = new Random(20261123);
  private int line;

  @Test
  void cleaningTwiceIsCleaningOnce() {
    for (int i = 0; i < 4_000; i++) {
      Profile profile = random.nextBoolean() ? Profile.STANDARD : Profile.STRICT;
      ObjectNode object = object(1 + i % 4);
      Redactor redactor = new Redactor(profile);
      ObjectNode once = redactor.clean(object);

      assertEquals("", difference(once, redactor.clean(once)));
      assertEquals(
          once.plain(),
          new Redactor(profile).clean(Trees.stored(once)).plain(),
          () -> object.plain().toString());
    }
  }

  @Test
  void cleaningKeepsKeysLengthsAndLines() {
    for (int i = 0; i < 4_000; i++) {
      ObjectNode object = object(1 + i % 4);
      ObjectNode clean = new Redactor(Profile.STRICT).clean(object);

      same(object, clean, "");
    }
  }

  /// Where two trees first hold other parts; empty where they are one and the same.
  private static String difference(Node a, Node b) {
    if (a == b) {
      return "";
    }
    if (a instanceof ObjectNode x && b instanceof ObjectNode y && x.keys().equals(y.keys())) {
      return x.keys().stream()
          .filter(key -> child(x, key) != child(y, key))
          .map(key -> "/" + key + difference(child(x, key), child(y, key)))
          .findFirst()
          .orElse("a copy without a change");
    }
    if (a instanceof ArrayNode x
        && b instanceof ArrayNode y
        && x.items().size() == y.items().size()) {
      for (int i = 0; i < x.items().size(); i++) {
        String place = difference(x.items().get(i), y.items().get(i));
        if (!place.isEmpty()) {
          return "/" + i + place;
        }
      }
      return "a copy without a change";
    }
    return " -> " + a.plain() + " became " + b.plain();
  }

  private static void same(Node before, Node after, String key) {
    assertEquals(before.line(), after.line());
    switch (after) {
      case ScalarNode _ -> {}
      case ArrayNode array -> {
        List<Node> items = ((ArrayNode) before).items();
        assertEquals(items.size(), array.items().size(), key);
        for (int i = 0; i < items.size(); i++) {
          same(items.get(i), array.items().get(i), key);
        }
      }
      case ObjectNode map -> {
        List<String> kept = new ArrayList<>(((ObjectNode) before).keys());
        kept.removeIf(k -> k.equals("managedFields") || k.equals("a/last-applied"));
        assertEquals(kept, map.keys());
        for (String k : kept) {
          same(child((ObjectNode) before, k), child(map, k), k);
        }
      }
    }
  }

  private static Node child(ObjectNode map, String key) {
    Node child = map.get(key);
    return child == null ? ObjectNode.EMPTY : child;
  }

  private ObjectNode object(int depth) {
    ObjectNode.Builder object = ObjectNode.builder(++line);
    for (int i = random.nextInt(6); i >= 0; i--) {
      object.put(KEYS.get(random.nextInt(KEYS.size())), node(depth - 1));
    }
    return object.build();
  }

  private Node node(int depth) {
    return switch (depth <= 0 ? 0 : random.nextInt(4)) {
      case 1, 2 -> object(depth);
      case 3 -> {
        List<Node> items = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
          items.add(node(depth - 1));
        }
        yield new ArrayNode(items, ++line);
      }
      default -> new ScalarNode(text(), ++line);
    };
  }

  private Object text() {
    Object one = TEXTS.get(random.nextInt(TEXTS.size()));
    if (!(one instanceof String text) || random.nextInt(3) > 0) {
      return one;
    }
    return text
        + List.of(" ", "", "\n", ",").get(random.nextInt(4))
        + TEXTS.get(random.nextInt(TEXTS.size()));
  }
}
