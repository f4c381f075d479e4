package org.safeguard.objects;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Provenance;
import org.safeguard.model.fact.Reading;

/// Takes values for the components of one fact and notes where each was read, or why it is unknown.
public final class Trace {

  private final Provenance.Builder provenance;

  public Trace(Place place) {
    this.provenance = Provenance.builder(place.resource(), place.pointer());
  }

  /// Notes the value's place under `component`; gives `fallback` where there is no readable value.
  public <T> T take(String component, Value<T> value, T fallback, String shownDefault) {
    return switch (value) {
      case Value.Known<T>(Place place, T found) -> {
        provenance.read(component, place.reading());
        yield found;
      }
      case Value.Absent<T>(Place place) -> {
        provenance.read(component, place.absent(shownDefault));
        yield fallback;
      }
      case Value.Unreadable<T>(Place place, Cause cause) -> {
        provenance.read(component, place.reading()).unknown(component, cause);
        yield fallback;
      }
    };
  }

  public boolean flag(String component, Value<Boolean> value, boolean fallback) {
    return take(component, value, fallback, String.valueOf(fallback));
  }

  public String text(String component, Value<String> value, String fallback) {
    return take(component, value, fallback, fallback);
  }

  public long number(String component, Value<Long> value, long fallback) {
    return take(component, value, fallback, String.valueOf(fallback));
  }

  public <T> Optional<T> optional(String component, Value<T> value) {
    return take(component, value.map(Optional::of), Optional.empty(), "none");
  }

  public <T> List<T> list(String component, Value<List<T>> value) {
    return take(component, value, List.of(), "none");
  }

  public Map<String, String> map(String component, Value<Map<String, String>> value) {
    return take(component, value, Map.of(), "none");
  }

  /// Whether there is a mapping.
  public boolean present(String component, Place place) {
    return take(component, place.isMapping(), false, "none");
  }

  public Trace read(String component, Reading... where) {
    provenance.read(component, where);
    return this;
  }

  public Trace read(String component, List<Reading> where) {
    provenance.read(component, where);
    return this;
  }

  public Trace unknown(String component, Cause cause) {
    provenance.unknown(component, cause);
    return this;
  }

  /// Marks a component as unknown when there is a cause.
  public Trace unknown(String component, Optional<Cause> cause) {
    cause.ifPresent(why -> provenance.unknown(component, why));
    return this;
  }

  /// Names a place that fixes start from.
  public Trace place(String name, Place where) {
    provenance.place(name, where.pointer());
    return this;
  }

  public Provenance done() {
    return provenance.build();
  }
}
