package org.safeguard.tools;

import java.util.List;
import java.util.Map;

/// A row of the table of products, with the signs that it leaves in a cluster.
///
/// @param name as people call it
/// @param categories ids of what it does
/// @param nodeAgent whether it has to run on each node to do its work
/// @param names values of labels that its workloads carry
/// @param images patterns of the images that do its work
/// @param sidecars patterns of proxies that stand in other workloads
/// @param definitions groups, or kinds with their group, of its custom resources
/// @param webhooks endings of names of its admission webhooks
/// @param drivers its storage drivers
/// @param tracking labels and annotations that it leaves on what it manages
/// @param environment variables of the container that must be set so for it to do its work
/// @param hostPaths directories of the node, one of which a container must mount
record Product(
    String name,
    List<String> categories,
    boolean nodeAgent,
    List<String> names,
    List<ImagePattern> images,
    List<ImagePattern> sidecars,
    List<String> definitions,
    List<String> webhooks,
    List<String> drivers,
    List<String> tracking,
    Map<String, String> environment,
    List<String> hostPaths) {

  boolean does(String category) {
    return categories.contains(category);
  }

  /// Whether it owns a kind of custom resources.
  boolean defines(String group, String kind) {
    return definitions.stream()
        .anyMatch(
            definition ->
                Character.isUpperCase(definition.charAt(0))
                    ? definition.equals(kind + "." + group)
                    : group.equals(definition) || group.endsWith("." + definition));
  }
}
