package org.safeguard.snapshot;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.safeguard.model.snapshot.ResourceType;

/// The lists that `kubectl cluster-info dump` wrote for each namespace. It stops at the first list
/// that it cannot read and says so only on the terminal, so a missing list tells that it broke off.
final class DumpOrder {

  /// In the order in which kubectl writes them; events come first and are not kept.
  private static final List<String> LISTS =
      List.of(
          "replication-controllers",
          "services",
          "daemonsets",
          "deployments",
          "replicasets",
          "pods");

  private static final Map<String, ResourceType> TYPES =
      Map.of(
          "replication-controllers", new ResourceType("", "ReplicationController"),
          "services", new ResourceType("", "Service"),
          "daemonsets", new ResourceType("apps", "DaemonSet"),
          "deployments", new ResourceType("apps", "Deployment"),
          "replicasets", new ResourceType("apps", "ReplicaSet"),
          "pods", new ResourceType("", "Pod"));

  private final Map<String, TreeSet<String>> listsOfFolder = new TreeMap<>();
  private final Map<String, TreeSet<String>> listsInStream = new TreeMap<>();

  /// Notes a file of the dump, by its path.
  void note(String file) {
    int slash = Math.max(file.lastIndexOf('/'), file.lastIndexOf('!'));
    int dot = file.lastIndexOf('.');
    String list = dot > slash ? file.substring(slash + 1, dot) : "";
    if (slash > 0 && (LISTS.contains(list) || list.equals("events"))) {
      listsOfFolder.computeIfAbsent(file.substring(0, slash), _ -> new TreeSet<>()).add(list);
    }
  }

  /// Notes a list of a dump that is one stream; each namespace starts with its first list.
  void noteInStream(String file, ResourceType type) {
    TYPES.forEach(
        (list, listed) -> {
          if (listed.equals(type)) {
            int round = 0;
            while (lists(file, round).contains(list)) {
              round++;
            }
            listsInStream.computeIfAbsent(part(file, round), _ -> new TreeSet<>()).add(list);
          }
        });
  }

  private TreeSet<String> lists(String file, int round) {
    return listsInStream.getOrDefault(part(file, round), new TreeSet<>());
  }

  private static String part(String file, int round) {
    return file + ", namespace " + (round + 1);
  }

  /// Whether a file wrote all lists in this order, which nothing else does.
  boolean isWhole(String file) {
    return lists(file, 0).containsAll(LISTS);
  }

  void add(DumpOrder other) {
    add(other.listsOfFolder, listsOfFolder);
    add(other.listsInStream, listsInStream);
  }

  private static void add(Map<String, TreeSet<String>> from, Map<String, TreeSet<String>> to) {
    from.forEach((key, lists) -> to.computeIfAbsent(key, _ -> new TreeSet<>()).addAll(lists));
  }

  /// Why objects of a type are missing beyond what the dump leaves out anyway.
  ///
  /// @param streams files that hold a whole dump
  Optional<String> cause(ResourceType type, Set<String> streams) {
    Map<String, TreeSet<String>> parts = new TreeMap<>(listsOfFolder);
    listsInStream.forEach(
        (part, lists) -> {
          if (streams.stream().anyMatch(stream -> part.startsWith(stream + ", "))) {
            parts.put(part, lists);
          }
        });
    for (Map.Entry<String, TreeSet<String>> folder : parts.entrySet()) {
      for (String list : LISTS) {
        boolean missing = !folder.getValue().contains(list);
        if (missing && type.equals(TYPES.get(list)) && !folder.getValue().isEmpty()) {
          return Optional.of(
              "kubectl cluster-info dump broke off in "
                  + folder.getKey()
                  + ": it stops at the first list that it cannot read");
        }
      }
    }
    return Optional.empty();
  }
}
