package org.safeguard.objects;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.TypeCoverage;

/// Which types a snapshot knows whole, and what to say where it does not.
public final class Coverages {

  /// Formats that hold what somebody chose, not what a cluster has.
  private static final Set<String> CHOSEN =
      Set.of("manifests", "troubleshoot", "velero", "evidence", "cluster-info-dump");

  private final Map<ResourceType, TypeCoverage> known = new HashMap<>();
  private final boolean chosen;

  public Coverages(Snapshot snapshot) {
    chosen = CHOSEN.contains(snapshot.format());
    for (Resource resource : snapshot.resources()) {
      known.computeIfAbsent(
          resource.type(), type -> new TypeCoverage(type, Coverage.CAPTURED, 1, ""));
    }
    snapshot.coverage().forEach(entry -> known.put(entry.type(), entry));
  }

  public Coverage of(ResourceType type) {
    TypeCoverage entry = known.get(type);
    return entry == null ? Coverage.UNKNOWN : entry.state();
  }

  /// State by type in lower case, for the cluster fact.
  public SortedMap<String, String> states() {
    SortedMap<String, String> states = new TreeMap<>();
    known.forEach(
        (type, entry) ->
            states.put(type.toString(), entry.state().name().toLowerCase(Locale.ROOT)));
    return states;
  }

  /// Why the absence of an object of this type cannot be told; empty where it can.
  public Optional<Cause> gap(ResourceType type) {
    TypeCoverage entry = known.get(type);
    return switch (of(type)) {
      case CAPTURED -> Optional.empty();
      case UNKNOWN ->
          gap(
              Cause.Code.NOT_CAPTURED,
              words(type) + " are not in this snapshot; capture " + plural(type));
      case PARTIAL ->
          gap(
              Cause.Code.NOT_CAPTURED,
              "only some "
                  + words(type)
                  + " are in this snapshot"
                  + because(entry)
                  + "; capture all "
                  + plural(type));
      case FORBIDDEN ->
          gap(
              Cause.Code.FORBIDDEN,
              "the API server refused to list "
                  + words(type)
                  + because(entry)
                  + "; allow the capturing account to list "
                  + plural(type)
                  + " and capture again");
      case FAILED ->
          gap(
              Cause.Code.NOT_CAPTURED,
              "the capture could not read "
                  + words(type)
                  + because(entry)
                  + "; capture "
                  + plural(type)
                  + " again");
      case ABSENT ->
          gap(
              Cause.Code.ABSENT,
              "the API server does not serve " + words(type) + " (" + plural(type) + ")");
    };
  }

  /// The same for an object that others refer to: a folder that holds some objects of a type does
  /// not say that the cluster has no more, unless it says so outright.
  public Optional<Cause> gapOfReferences(ResourceType type) {
    Optional<Cause> gap = gap(type);
    TypeCoverage entry = known.get(type);
    return gap.isEmpty() && chosen && entry != null && entry.cause().isEmpty()
        ? gap(
            Cause.Code.NOT_CAPTURED,
            "the source holds some "
                + words(type)
                + ", and nothing says that the cluster has no more; capture "
                + plural(type))
        : gap;
  }

  /// The first gap among several types.
  public Optional<Cause> gap(ResourceType first, ResourceType second) {
    return gap(first).or(() -> gap(second));
  }

  private static Optional<Cause> gap(Cause.Code code, String detail) {
    return Optional.of(new Cause(code, detail));
  }

  private static String because(@Nullable TypeCoverage entry) {
    return entry == null || entry.cause().isEmpty() ? "" : " (" + entry.cause() + ")";
  }

  private static String words(ResourceType type) {
    String spaced = type.kind().replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    return pluralOf(spaced);
  }

  private static String plural(ResourceType type) {
    String resource = pluralOf(type.kind().toLowerCase(Locale.ROOT));
    return type.group().isEmpty() ? resource : resource + "." + type.group();
  }

  private static String pluralOf(String word) {
    if (word.endsWith("y") && !Set.of('a', 'e', 'o').contains(word.charAt(word.length() - 2))) {
      return word.substring(0, word.length() - 1) + "ies";
    }
    return word.endsWith("s") ? word + "es" : word + "s";
  }
}
