package org.safeguard.nodes;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;

/// The day that support is judged for. A source that does not say when it was captured may still
/// hold the last sign of life of a node: it was captured on that day or later, so that what had
/// ended by then had ended, and nothing else can be told.
final class CaptureDay {

  private static final ResourceType NODE = new ResourceType("", "Node");
  private static final int DATE = 10;

  private final @Nullable LocalDate stated;
  private final @Nullable Reading seen;

  CaptureDay(Snapshot snapshot, ClusterObjects objects) {
    stated =
        snapshot.capturedAt() == null
            ? null
            : snapshot.capturedAt().atZone(ZoneOffset.UTC).toLocalDate();
    seen = stated == null ? lastSignOfLife(objects) : null;
  }

  /// Whether updates were to be had until after the day; notes what decides, or why nobody knows.
  ///
  /// @param until the last day of updates
  /// @param where where the release was read
  boolean supported(Trace trace, String component, String until, Reading where) {
    LocalDate end = LocalDate.parse(until);
    if (stated != null) {
      trace.read(component, shown(where, " (updates until " + until + ", seen " + stated + ")"));
      return !stated.isAfter(end);
    }
    if (seen != null && LocalDate.parse(seen.observed().substring(0, DATE)).isAfter(end)) {
      trace.read(component, shown(where, " (updates until " + until + ")"), seen);
      return false;
    }
    trace
        .read(component, shown(where, " (updates until " + until + ")"))
        .unknown(
            component,
            new Cause(
                Cause.Code.NOT_CAPTURED,
                "the source does not say when it was captured, and updates end on "
                    + until
                    + "; compare with the day of the capture"));
    return false;
  }

  /// How many whole years lie between the end of updates and the day; 0 where that is not known.
  long yearsAfter(String until) {
    LocalDate day =
        stated != null
            ? stated
            : seen != null ? LocalDate.parse(seen.observed().substring(0, DATE)) : null;
    return day == null ? 0 : LocalDate.parse(until).until(day).toTotalMonths() / 12;
  }

  static Reading shown(Reading where, String more) {
    return new Reading(where.resource(), where.pointer(), where.line(), where.observed() + more);
  }

  private static @Nullable Reading lastSignOfLife(ClusterObjects objects) {
    Optional<Place> last = Optional.empty();
    String latest = "";
    for (Place node : objects.placesOf(NODE)) {
      for (Place condition :
          node.at("status", "conditions").objects().orElse(java.util.List.of())) {
        Place beat = condition.at("lastHeartbeatTime");
        String text = beat.text().orElse("");
        if (text.matches("[0-9]{4}-(0[1-9]|1[0-2])-[0-2][0-9]T.*") && text.compareTo(latest) > 0) {
          latest = text;
          last = Optional.of(beat);
        }
      }
    }
    return last.map(Place::reading).orElse(null);
  }
}
