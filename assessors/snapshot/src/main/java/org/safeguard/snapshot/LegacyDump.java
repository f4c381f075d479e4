package org.safeguard.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;

/// Reads objects as `kubectl cluster-info dump` wrote them up to about version 1.13: not the API's
/// own form but Go structures, with capitalised names, the metadata among the other members, and
/// the node's namespaces of a Pod inside its security context.
final class LegacyDump {

  private static final Set<String> METADATA =
      Set.of(
          "name",
          "generateName",
          "namespace",
          "uid",
          "resourceVersion",
          "generation",
          "creationTimestamp",
          "deletionTimestamp",
          "labels",
          "annotations",
          "ownerReferences",
          "finalizers");

  /// Members whose keys are the user's own.
  private static final Set<String> FREE_KEYS =
      Set.of(
          "labels",
          "annotations",
          "nodeSelector",
          "matchLabels",
          "data",
          "stringData",
          "limits",
          "requests",
          "capacity",
          "allocatable",
          "parameters");

  private static final List<String> OF_NODE =
      List.of("hostNetwork", "hostPID", "hostIPC", "shareProcessNamespace");

  private LegacyDump() {}

  static boolean isList(ObjectNode document) {
    return document.get("Items") instanceof ArrayNode && !document.has("items");
  }

  /// The members in the API's form, without their kind.
  static List<ObjectNode> objects(ObjectNode document) {
    return document.array("Items").objects().stream().map(LegacyDump::object).toList();
  }

  private static ObjectNode object(ObjectNode legacy) {
    ObjectNode.Builder metadata = ObjectNode.builder(legacy.line());
    ObjectNode.Builder object = ObjectNode.builder(legacy.line());
    legacy.each(
        (key, value) -> {
          String name = lowered(key);
          if (METADATA.contains(name)) {
            metadata.put(name, renamed(name, value));
          } else if (name.equals("objectMeta") && value instanceof ObjectNode nested) {
            nested.each((k, v) -> metadata.put(lowered(k), renamed(lowered(k), v)));
          } else if (!isNull(value)) {
            object.put(name, renamed(name, value));
          }
        });
    return object.put("metadata", metadata.build()).build();
  }

  private static Node renamed(String name, Node value) {
    return switch (value) {
      case ScalarNode scalar -> scalar;
      case ArrayNode array -> items(array);
      case ObjectNode object when FREE_KEYS.contains(name) -> object;
      case ObjectNode object when name.equals("selector") && !isStructure(object) -> object;
      case ObjectNode object -> isPodSpec(object) ? podSpec(members(object)) : members(object);
    };
  }

  private static ArrayNode items(ArrayNode array) {
    List<Node> items = new ArrayList<>(array.items().size());
    array.items().forEach(item -> items.add(renamed("", item)));
    return new ArrayNode(items, array.line());
  }

  private static ObjectNode members(ObjectNode object) {
    ObjectNode.Builder members = ObjectNode.builder(object.line());
    object.each(
        (key, value) -> {
          if (!isNull(value)) {
            members.put(lowered(key), renamed(lowered(key), value));
          }
        });
    return members.build();
  }

  private static boolean isStructure(ObjectNode selector) {
    return selector.has("MatchLabels") || selector.has("MatchExpressions");
  }

  private static boolean isPodSpec(ObjectNode object) {
    return object.get("Containers") instanceof ArrayNode;
  }

  private static ObjectNode podSpec(ObjectNode spec) {
    ObjectNode context = spec.object("securityContext");
    ObjectNode.Builder moved = ObjectNode.builder(spec.line());
    spec.each(moved::put);
    for (String name : OF_NODE) {
      Node value = context.get(name);
      if (value != null) {
        moved.putIfAbsent(name, value);
      }
    }
    return moved.build();
  }

  private static boolean isNull(Node value) {
    return value instanceof ScalarNode(Object plain, int _) && plain == null;
  }

  /// The API's name of a Go field: `HostPID` is `hostPID`, `HTTPGet` is `httpGet`, `TTY` is `tty`.
  static String lowered(String field) {
    int capitals = 0;
    while (capitals < field.length() && Character.isUpperCase(field.charAt(capitals))) {
      capitals++;
    }
    boolean wordFollows = capitals > 1 && capitals < field.length();
    int lower = wordFollows && Character.isLetter(field.charAt(capitals)) ? capitals - 1 : capitals;
    return field.substring(0, lower).toLowerCase(Locale.ROOT) + field.substring(lower);
  }
}
