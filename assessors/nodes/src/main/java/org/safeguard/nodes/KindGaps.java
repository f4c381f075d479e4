package org.safeguard.nodes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.Coverages;

/// Why facts of a kind may be missing. A list that was refused or cut off is a gap in any case; one
/// that nobody mentioned only where there is no fact of the kind at all.
final class KindGaps {

  private KindGaps() {}

  static void note(
      Map<String, Cause> gaps,
      String kind,
      List<?> facts,
      Coverages coverages,
      ResourceType... types) {
    for (ResourceType type : types) {
      Optional<Cause> gap = facts.isEmpty() ? coverages.gap(type) : cutOff(coverages, type);
      if (gap.isPresent()) {
        gaps.putIfAbsent(kind, gap.get());
      }
    }
  }

  private static Optional<Cause> cutOff(Coverages coverages, ResourceType type) {
    return switch (coverages.of(type)) {
      case FORBIDDEN, PARTIAL, FAILED -> coverages.gap(type);
      case CAPTURED, ABSENT, UNKNOWN -> Optional.empty();
    };
  }

  /// Whether all objects of a type are known, be they none.
  static boolean whole(Coverages coverages, ResourceType type) {
    return coverages.of(type) == Coverage.CAPTURED;
  }
}
