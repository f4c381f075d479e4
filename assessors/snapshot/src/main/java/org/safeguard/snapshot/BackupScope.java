package org.safeguard.snapshot;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.tree.ObjectNode;

/// What a Velero backup was told to hold, from its own description.
///
/// @param name of the backup
/// @param namespaces those included, empty for all
/// @param withoutNamespaces those excluded
/// @param resources plurals included, empty for all
/// @param withoutResources plurals excluded
/// @param labels whether a label selector narrows it
/// @param clusterScope false where cluster-scoped objects were left out
record BackupScope(
    String name,
    List<String> namespaces,
    List<String> withoutNamespaces,
    List<String> resources,
    List<String> withoutResources,
    boolean labels,
    boolean clusterScope) {

  static boolean isOne(ObjectNode object) {
    return object.text("kind").filter("Backup"::equals).isPresent()
        && object.text("apiVersion").filter(v -> v.startsWith("velero.io/")).isPresent();
  }

  static BackupScope of(ObjectNode backup) {
    ObjectNode spec = backup.object("spec");
    return new BackupScope(
        backup.object("metadata").text("name").orElse(""),
        all(spec.array("includedNamespaces").texts()),
        spec.array("excludedNamespaces").texts(),
        all(spec.array("includedResources").texts()),
        spec.array("excludedResources").texts(),
        spec.object("labelSelector").size() > 0
            || !spec.array("orLabelSelectors").items().isEmpty(),
        spec.flag("includeClusterResources").orElse(true));
  }

  private static List<String> all(List<String> names) {
    return names.contains("*") ? List.of() : names;
  }

  /// Why objects of a type may be missing, empty where the backup was told to hold them all.
  Optional<String> cause(ResourceType type) {
    if (excludes(type)) {
      return Optional.of("the backup " + name + " leaves out " + type);
    }
    if (labels) {
      return Optional.of("the backup " + name + " holds only objects with certain labels");
    }
    if (type.isNamespaced() && !namespaces.isEmpty()) {
      return Optional.of(
          "the backup " + name + " holds only the namespaces " + String.join(", ", namespaces));
    }
    if (type.isNamespaced() && !withoutNamespaces.isEmpty()) {
      return Optional.of(
          "the backup "
              + name
              + " leaves out the namespaces "
              + String.join(", ", withoutNamespaces));
    }
    return !type.isNamespaced() && (!clusterScope || !namespaces.isEmpty())
        ? Optional.of("the backup " + name + " holds cluster-wide objects only where related")
        : Optional.empty();
  }

  boolean excludes(ResourceType type) {
    return PathKinds.pluralOf(type)
        .map(plural -> names(withoutResources, plural, type) || leftOut(plural, type))
        .orElse(false);
  }

  private boolean leftOut(String plural, ResourceType type) {
    return !resources.isEmpty() && !names(resources, plural, type);
  }

  private static boolean names(List<String> list, String plural, ResourceType type) {
    String full = type.group().isEmpty() ? plural : plural + "." + type.group();
    return list.stream()
        .map(entry -> entry.toLowerCase(Locale.ROOT))
        .anyMatch(entry -> entry.equals(plural) || entry.equals(full));
  }
}
