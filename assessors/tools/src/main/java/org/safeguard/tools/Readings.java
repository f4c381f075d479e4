package org.safeguard.tools;

import java.util.ArrayList;
import java.util.List;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Reading;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Value;

/// Collects the places that decide a component which is no plain field.
final class Readings {

  private final Trace trace;
  private final String component;
  private final List<Reading> places = new ArrayList<>();

  Readings(Trace trace, String component) {
    this.trace = trace;
    this.component = component;
  }

  /// The value, whose place is noted; what cannot be read makes the component unknown.
  <T> T take(Value<T> value, T fallback) {
    places.add(value.place().reading());
    if (value instanceof Value.Unreadable<T>(Place _, Cause cause)) {
      trace.unknown(component, cause);
    }
    return value.orElse(fallback);
  }

  void see(Place place) {
    places.add(place.reading());
  }

  void see(Reading reading) {
    places.add(reading);
  }

  /// Gives the answer with the places that were seen.
  <T> T decide(T answer) {
    trace.read(component, places.stream().distinct().limit(20).toList());
    return answer;
  }
}
