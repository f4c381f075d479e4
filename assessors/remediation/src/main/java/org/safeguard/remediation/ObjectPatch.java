package org.safeguard.remediation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.safeguard.document.Documents;
import org.safeguard.document.MalformedDocumentException;
import org.safeguard.document.YamlText;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.JsonPointer;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;

/// The JSON patch of one object. Before it changes an item of a list it tests that the item still
/// has its name, so that a patch never lands on another container.
final class ObjectPatch {

  private final Resource resource;
  private final List<Patches.Proposal> proposals;
  private final List<Node> operations = new ArrayList<>();
  private final Map<String, String> chosen = new LinkedHashMap<>();
  private final Map<String, Set<String>> reasons = new HashMap<>();
  private final Set<String> verdicts = new HashSet<>();
  private final Set<String> made = new HashSet<>();
  private final Set<String> tested = new HashSet<>();

  ObjectPatch(Resource resource, List<Patches.Proposal> proposals) {
    this.resource = resource;
    this.proposals = List.copyOf(proposals);
  }

  /// The verdicts whose values are all in it.
  Set<String> verdicts() {
    return Set.copyOf(verdicts);
  }

  boolean isEmpty() {
    return operations.isEmpty();
  }

  String text() {
    choose();
    chosen.forEach(this::operations);
    StringBuilder text = new StringBuilder();
    text.append("# ").append(resource.kind()).append(' ');
    String namespace = resource.effectiveNamespace();
    text.append(namespace.isEmpty() ? "" : namespace + "/").append(resource.name()).append('\n');
    new TreeSet<>(reasons.values().stream().flatMap(Set::stream).toList())
        .forEach(rule -> text.append("# ").append(rule).append('\n'));
    text.append("#\n# ").append(command()).append('\n');
    text.append(YamlText.render(new ArrayNode(operations, 0)).text());
    return text.toString();
  }

  private String command() {
    String namespace = resource.effectiveNamespace();
    String type = resource.kind().toLowerCase(java.util.Locale.ROOT);
    String group = resource.group().isEmpty() ? "" : "." + resource.group();
    return "kubectl patch "
        + type
        + group
        + " "
        + resource.name()
        + (namespace.isEmpty() ? "" : " -n " + namespace)
        + " --type=json --patch-file FILE --dry-run=server";
  }

  /// One value for each place. What a more severe rule wants stands; values above or below a chosen
  /// place would undo it, so they are left to a person.
  private void choose() {
    Map<String, Boolean> whole = new HashMap<>();
    for (Patches.Proposal proposal : proposals) {
      String pointer = proposal.value().pointer();
      String value = proposal.value().value();
      boolean fits = value.equals(chosen.get(pointer)) || free(pointer);
      if (fits) {
        chosen.put(pointer, value);
        reasons
            .computeIfAbsent(pointer, _ -> new TreeSet<>())
            .add(proposal.verdict().rule().id() + ": " + proposal.verdict().rule().title());
      }
      whole.merge(proposal.verdict().id(), fits, Boolean::logicalAnd);
    }
    whole.forEach(
        (id, all) -> {
          if (all) {
            verdicts.add(id);
          }
        });
  }

  private boolean free(String pointer) {
    return !chosen.containsKey(pointer)
        && chosen.keySet().stream()
            .noneMatch(other -> other.startsWith(pointer + "/") || pointer.startsWith(other + "/"));
  }

  private void operations(String pointer, String yaml) {
    Optional<Node> value = parsed(yaml);
    if (value.isEmpty()) {
      return;
    }
    String[] steps = pointer.substring(1).split("/", -1);
    JsonPointer at = JsonPointer.ROOT;
    Node node = resource.body();
    for (int i = 0; i < steps.length - 1; i++) {
      at = new JsonPointer(at.text() + "/" + steps[i]);
      node = node == null ? null : at.in(resource.body()).orElse(null);
      testName(at, node);
      if (isMissing(node) && made.add(at.text())) {
        operations.add(operation("add", at.text(), ObjectNode.builder(1).build()));
      }
    }
    boolean there = new JsonPointer(pointer).in(resource.body()).isPresent();
    operations.add(operation(there ? "replace" : "add", pointer, value.get()));
  }

  private static boolean isMissing(@Nullable Node node) {
    return node == null || node instanceof ScalarNode(Object value, int _) && value == null;
  }

  /// An item of a list is known by its name, as containers and volumes are.
  private void testName(JsonPointer at, @Nullable Node node) {
    boolean item = at.text().matches(".*/[0-9]+");
    if (item && node instanceof ObjectNode object && tested.add(at.text())) {
      Node name = object.get("name");
      if (name != null) {
        operations.add(operation("test", at.text() + "/name", name));
      }
    }
  }

  private static ObjectNode operation(String op, String path, Node value) {
    return ObjectNode.builder(1)
        .put("op", new ScalarNode(op, 1))
        .put("path", new ScalarNode(path, 1))
        .put("value", value)
        .build();
  }

  private static Optional<Node> parsed(String yaml) {
    try {
      return Documents.yaml(yaml).stream().findFirst();
    } catch (MalformedDocumentException e) {
      return Optional.empty();
    }
  }
}
