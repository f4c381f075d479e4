package org.safeguard.kubernetes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.safeguard.model.fact.Cluster;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.fact.Traced;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.Redacted;
import org.safeguard.model.tree.ScalarNode;

/// Properties that hold for any snapshot, tried on one that has something of everything.
class WholeClinicTest {

  private static final int ROUNDS = 500;

  private static List<Resource> clinic() {
    try (var in = WholeClinicTest.class.getResourceAsStream("clinic.yaml")) {
      return Given.yaml(new String(in.readAllBytes(), StandardCharsets.UTF_8)).resources();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Given given(List<Resource> resources) {
    return Given.of(resources)
        .capturedAt("2026-02-01T00:00:00Z")
        .with(Coverage.CAPTURED, "Secret", "ConfigMap");
  }

  @Test
  void nothingIsUnknownWhereEverythingIsThere() {
    Facts facts = given(clinic()).facts();
    Set<String> unknown = new TreeSet<>();
    Components.each(
        facts,
        (traced, _) ->
            traced
                .provenance()
                .unknown()
                .forEach((component, cause) -> unknown.add(component + ": " + cause.detail())));

    assertEquals(Set.of(), unknown);
    assertEquals(
        List.of(3, 1, 1, 3, 2, 1, 1, 2, 1, 1),
        List.of(
            facts.workloads().size(),
            facts.namespaces().size(),
            facts.serviceAccounts().size(),
            facts.roles().size(),
            facts.bindings().size(),
            facts.services().size(),
            facts.ingresses().size(),
            facts.networkPolicies().size(),
            facts.secrets().size(),
            facts.configMaps().size()));
  }

  @Test
  void theOrderOfObjectsDoesNotMatter() {
    List<String> expected = Components.text(given(clinic()).facts());
    Random random = new Random(1);
    for (int i = 0; i < 50; i++) {
      List<Resource> shuffled = new ArrayList<>(clinic());
      java.util.Collections.shuffle(shuffled, random);

      assertEquals(expected, Components.text(given(shuffled).facts()), "round " + i);
    }
  }

  @Test
  void everyComponentWasReadSomewhereThatExistsOrWouldExist() {
    Set<String> withoutReading = new TreeSet<>();
    Components.each(
        given(clinic()).facts(),
        (traced, component) -> {
          if (!(traced instanceof Cluster)) {
            List<Reading> readings = traced.provenance().readings(component);
            readings.forEach(reading -> check(traced, component, reading));
            if (readings.equals(List.of(traced.provenance().self())) && !identity(component)) {
              withoutReading.add(traced.getClass().getSimpleName() + "." + component);
            }
          }
        });

    assertEquals(
        Set.of(
            "EnvironmentVariable.refersTo",
            "IpBlock.direction",
            "Mount.hostPath",
            "Volume.claim",
            "Volume.hostPath",
            "Volume.refersTo",
            "Workload.updateStrategy"),
        withoutReading);
  }

  /// Names are part of the reference to the object; they need no place of their own.
  private static boolean identity(String component) {
    return Set.of("kind", "namespace", "name", "type").contains(component);
  }

  private static void check(Traced traced, String component, Reading reading) {
    String what = traced.getClass().getSimpleName() + "." + component + " " + reading;
    Node body = reading.resource().body();
    boolean there = reading.pointer().in(body).isPresent();

    assertEquals(reading.pointer().lineIn(body), reading.line(), what);
    assertTrue(reading.line() > 0, what);
    assertTrue(there || !reading.observed().isEmpty(), what);
    if (reading.observed().startsWith("absent")) {
      assertFalse(there && notNull(reading.pointer().in(body).orElseThrow()), what);
    }
  }

  private static boolean notNull(Node node) {
    return !(node instanceof ScalarNode(Object value, int _) && value == null);
  }

  @Test
  void noValueThatIsSecretIsShownAnywhere() {
    Facts facts = given(clinic()).facts();
    Components.each(
        facts,
        (traced, component) ->
            traced
                .provenance()
                .readings(component)
                .forEach(
                    reading -> assertFalse(reading.observed().contains("hunter2"), component)));
    Components.text(facts).forEach(text -> assertFalse(text.contains("hunter2"), text));
  }

  @Test
  void whateverIsInTheObjectsThereIsAnAnswer() {
    List<Resource> clinic = clinic();
    Random random = new Random(2);
    for (int i = 0; i < ROUNDS; i++) {
      List<Resource> damaged = new ArrayList<>(clinic);
      int at = random.nextInt(damaged.size());
      damaged.set(at, Given.resource((ObjectNode) damage(damaged.get(at).body(), random, 0)));
      Facts facts = given(damaged).facts();
      Given given = given(damaged);

      Components.each(facts, (traced, name) -> assertNotNull(traced.provenance().readings(name)));
      assertEquals(
          facts.workloads().size(), Inventory.of(facts, given.scope()).size(), "round " + i);
    }
  }

  @Test
  void aRedactedBooleanIsNeverReadAsADefault() {
    List<Resource> clinic = clinic();
    for (int at = 0; at < clinic.size(); at++) {
      Resource resource = clinic.get(at);
      List<Resource> redacted = new ArrayList<>(clinic);
      redacted.set(at, Given.resource((ObjectNode) withoutBooleans(resource.body(), false)));
      boolean changed = !redacted.get(at).body().plain().equals(resource.body().plain());
      Map<?, ?> unknown = unknown(given(redacted).facts());

      assertEquals(changed, !unknown.isEmpty(), resource.kind() + " " + resource.name());
    }
  }

  private static Map<String, String> unknown(Facts facts) {
    Map<String, String> unknown = new java.util.TreeMap<>();
    Components.each(
        facts,
        (traced, _) ->
            traced
                .provenance()
                .unknown()
                .forEach((component, cause) -> unknown.put(component, cause.detail())));
    return unknown;
  }

  /// Owner references decide who stands for whom, not a component, so they stay.
  private static Node withoutBooleans(Node node, boolean owner) {
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode.Builder copy = ObjectNode.builder(object.line());
        object.each(
            (key, value) ->
                copy.put(
                    key, key.equals("ownerReferences") ? value : withoutBooleans(value, owner)));
        yield copy.build();
      }
      case ArrayNode array ->
          new ArrayNode(
              array.items().stream().map(item -> withoutBooleans(item, owner)).toList(),
              array.line());
      case ScalarNode(Boolean _, int line) -> new ScalarNode(new Redacted("test"), line);
      case ScalarNode scalar -> scalar;
    };
  }

  /// One random member replaced by something else.
  private static Node damage(Node node, Random random, int depth) {
    if (depth > 1 && random.nextInt(4) == 0) {
      return junk(random, node.line());
    }
    return switch (node) {
      case ObjectNode object when object.size() > 0 -> {
        int victim = random.nextInt(object.size());
        String key = object.keys().get(victim);
        ObjectNode.Builder copy = ObjectNode.builder(object.line());
        object.each(
            (name, value) ->
                copy.put(name, name.equals(key) ? damage(value, random, depth + 1) : value));
        yield copy.build();
      }
      case ArrayNode array when !array.items().isEmpty() -> {
        List<Node> items = new ArrayList<>(array.items());
        int victim = random.nextInt(items.size());
        items.set(victim, damage(items.get(victim), random, depth + 1));
        yield new ArrayNode(items, array.line());
      }
      case ObjectNode _, ArrayNode _, ScalarNode _ -> depth > 1 ? junk(random, node.line()) : node;
    };
  }

  private static Node junk(Random random, int line) {
    return switch (random.nextInt(10)) {
      case 0 -> new ScalarNode(null, line);
      case 1 -> new ScalarNode(true, line);
      case 2 -> new ScalarNode(-1L, line);
      case 3 -> new ScalarNode(1.5, line);
      case 4 -> new ScalarNode(new java.math.BigInteger("99999999999999999999"), line);
      case 5 -> new ScalarNode("***HIDDEN***", line);
      case 6 -> new ScalarNode(new Redacted("test"), line);
      case 7 -> new ScalarNode("", line);
      case 8 -> new ArrayNode(List.of(new ScalarNode(null, line)), line);
      default -> ObjectNode.builder(line).put("x", new ScalarNode("y", line)).build();
    };
  }
}
