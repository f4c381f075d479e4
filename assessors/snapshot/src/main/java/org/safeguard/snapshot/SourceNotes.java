package org.safeguard.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.snapshot.CaptureRequest;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.TypeCoverage;

/// What a source says about its own coverage: what it was told to take, what it was refused.
final class SourceNotes {

  /// What the source itself says of a type, and which no count can improve.
  final Map<ResourceType, TypeCoverage> stated = new LinkedHashMap<>();

  /// Types whose list was refused or failed according to an error file, and its text.
  final Map<ResourceType, String> errors = new LinkedHashMap<>();

  /// What the one who made a Troubleshoot bundle may list, by namespace.
  final Map<String, AccessRules> access = new TreeMap<>();

  /// Requests that the collector sent.
  final List<CaptureRequest> requests = new ArrayList<>();

  /// Files that the collector wrote lists to, by their path without folders.
  final Set<String> collected = new LinkedHashSet<>();

  /// Files that hold a whole `kubectl cluster-info dump`, and those written as Go structures.
  final Set<String> dumps = new LinkedHashSet<>();
  final Set<ResourceType> legacy = new LinkedHashSet<>();
  final DumpOrder dumpOrder = new DumpOrder();

  /// Resources that sonobuoy was asked for, in lower-case plural; null where nobody says.
  @Nullable Set<String> asked;

  /// What Velero was told to back up; null where nobody says.
  @Nullable BackupScope backup;

  /// Types that the API server serves, from its discovery; null where nobody says.
  @Nullable Set<ResourceType> served;

  /// Whether our own collector wrote the source.
  boolean collection;

  void add(SourceNotes other) {
    other.stated.forEach(stated::putIfAbsent);
    other.errors.forEach(errors::putIfAbsent);
    access.putAll(other.access);
    requests.addAll(other.requests);
    collected.addAll(other.collected);
    dumps.addAll(other.dumps);
    legacy.addAll(other.legacy);
    dumpOrder.add(other.dumpOrder);
    asked = asked == null ? other.asked : asked;
    backup = backup == null ? other.backup : backup;
    served = both(served, other.served);
    collection |= other.collection;
  }

  private static @Nullable Set<ResourceType> both(
      @Nullable Set<ResourceType> a, @Nullable Set<ResourceType> b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    Set<ResourceType> both = new LinkedHashSet<>(a);
    both.addAll(b);
    return both;
  }

  /// What the source says of a type of which `count` objects were read.
  Optional<TypeCoverage> coverage(ResourceType type, int count) {
    TypeCoverage said = stated.get(type);
    if (said != null) {
      return Optional.of(stated(said, count));
    }
    String error = errors.get(type);
    if (error == null) {
      return refused(type, count);
    }
    boolean forbidden = count == 0 && error.toLowerCase(Locale.ROOT).contains("forbidden");
    Coverage state = forbidden ? Coverage.FORBIDDEN : Coverage.PARTIAL;
    return Optional.of(new TypeCoverage(type, state, count, error));
  }

  private TypeCoverage stated(TypeCoverage said, int count) {
    boolean lost =
        said.state() == Coverage.CAPTURED
            && count == 0
            && PathKinds.pluralOf(said.type())
                .filter(plural -> collected.stream().noneMatch(f -> f.startsWith(plural + ".")))
                .isPresent();
    return lost
        ? new TypeCoverage(
            said.type(), Coverage.FAILED, 0, "the collection lacks the file of this list")
        : new TypeCoverage(said.type(), said.state(), count, said.cause());
  }

  private Optional<TypeCoverage> refused(ResourceType type, int count) {
    List<String> without = new ArrayList<>();
    access.forEach(
        (namespace, rules) -> {
          if (PathKinds.pluralOf(type).filter(p -> !rules.mayList(type.group(), p)).isPresent()) {
            without.add(namespace);
          }
        });
    if (without.isEmpty() || PathKinds.pluralOf(type).isEmpty()) {
      return Optional.empty();
    }
    boolean everywhere = without.size() == access.size() && count == 0;
    return Optional.of(
        new TypeCoverage(
            type,
            everywhere ? Coverage.FORBIDDEN : Coverage.PARTIAL,
            count,
            "whoever made the support bundle may not list them in " + named(without)));
  }

  /// Whether the source said anything of itself, so that the file it stands in counts as read.
  boolean isTelling() {
    return collection
        || asked != null
        || served != null
        || !stated.isEmpty()
        || !errors.isEmpty()
        || !access.isEmpty()
        || !requests.isEmpty();
  }

  /// The types that only this says something about.
  Set<ResourceType> types() {
    Set<ResourceType> types = new LinkedHashSet<>(stated.keySet());
    types.addAll(errors.keySet());
    if (!access.isEmpty()) {
      PathKinds.namespacedTypes().stream()
          .filter(type -> refused(type, 0).isPresent())
          .forEach(types::add);
    }
    return types;
  }

  private static String named(List<String> names) {
    int shown = Math.min(3, names.size());
    String list = String.join(", ", names.subList(0, shown));
    return names.size() > shown ? list + " and " + (names.size() - shown) + " more" : list;
  }
}
