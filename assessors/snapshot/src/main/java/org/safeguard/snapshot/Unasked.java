package org.safeguard.snapshot;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.TypeCoverage;

/// Types that a source says it was not asked for, or that the cluster does not serve, so that the
/// report can say more than that there are none.
final class Unasked {

  private Unasked() {}

  /// The types to mention although no object and no list of them was read.
  static Set<ResourceType> types(String format, Harvest harvest) {
    Set<ResourceType> types = new LinkedHashSet<>();
    for (ResourceType type : PathKinds.plurals().keySet()) {
      if (!KnownTypes.isEvent(type) && coverage(format, harvest, type, 0).isPresent()) {
        types.add(type);
      }
    }
    return types;
  }

  static Optional<TypeCoverage> coverage(
      String format, Harvest harvest, ResourceType type, int count) {
    SourceNotes notes = harvest.notes;
    Optional<String> plural = PathKinds.pluralOf(type);
    if (count > 0 || harvest.listed.contains(type) || plural.isEmpty()) {
      return Optional.empty();
    }
    Set<ResourceType> served = notes.served;
    boolean group = served != null && !type.group().isEmpty() && !served.contains(type);
    if (group) {
      return coverage(type, Coverage.ABSENT, "the API server does not serve this type");
    }
    Set<String> asked = notes.asked;
    if (format.equals("sonobuoy") && asked != null) {
      return coverage(
          type,
          Coverage.UNKNOWN,
          asked.contains(plural.get())
              ? "sonobuoy was asked for them and left no file: there were none, or it failed"
              : "sonobuoy was not asked for them");
    }
    BackupScope backup = notes.backup;
    return format.equals("velero") && backup != null && backup.excludes(type)
        ? coverage(type, Coverage.UNKNOWN, backup.cause(type).orElse(""))
        : Optional.empty();
  }

  private static Optional<TypeCoverage> coverage(ResourceType type, Coverage state, String cause) {
    return Optional.of(new TypeCoverage(type, state, 0, cause));
  }
}
