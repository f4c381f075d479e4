package org.safeguard.podsecurity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.tree.Redacted;
import org.safeguard.model.tree.ScalarNode;
import org.safeguard.objects.Place;
import org.safeguard.objects.Value;

/// What one check found while it walked over a pod: who breaks it and by which values, and what
/// could not be read. A violation that was seen decides, whatever is hidden beside it.
final class Tally {

  private final List<String> containers = new ArrayList<>();
  private final SortedSet<String> values = new TreeSet<>();
  private final List<Reading> broken = new ArrayList<>();
  private final List<Reading> unread = new ArrayList<>();
  private boolean pod;
  private @Nullable Cause cause;

  /// Visits every container that can be read, and remembers that others cannot.
  void each(PodView view, BiConsumer<String, Place> visitor) {
    view.hidden().forEach(list -> unknown(list.place(), list.cause()));
    for (Place container : view.containers()) {
      visitor.accept(container.at("name").text().orElse(""), container);
    }
  }

  /// The value, empty when there is none; one that cannot be read is remembered.
  <T> Optional<T> read(Value<T> value) {
    return switch (value) {
      case Value.Known<T>(Place _, T known) -> Optional.of(known);
      case Value.Absent<T> _ -> Optional.empty();
      case Value.Unreadable<T>(Place place, Cause why) -> {
        unknown(place, why);
        yield Optional.empty();
      }
    };
  }

  /// A text. What our own redaction took out is unknown too, though its marker says what it was
  /// like.
  Optional<String> text(Place place) {
    if (place.node() instanceof ScalarNode(Redacted _, int _)) {
      unknown(place, place.redacted());
      return Optional.empty();
    }
    return read(place.text());
  }

  boolean holds(Value<Boolean> flag) {
    return read(flag).orElse(false);
  }

  void unknown(Place place, Cause why) {
    unread.add(place.reading());
    if (cause == null) {
      cause = why;
    }
  }

  void podBreaks(Place place) {
    pod = true;
    broken.add(place.reading());
  }

  void breaks(String container, Reading where) {
    if (containers.isEmpty() || !containers.getLast().equals(container)) {
      containers.add(container);
    }
    broken.add(where);
  }

  void breaks(String container, Place where) {
    breaks(container, where.reading());
  }

  /// Notes a violation that is not one container's.
  void breaks(Place where) {
    broken.add(where.reading());
  }

  void value(String value) {
    values.add(value);
  }

  List<String> containers() {
    return containers;
  }

  SortedSet<String> values() {
    return values;
  }

  /// `container "a"`, or more of them.
  String namedContainers() {
    return Wording.named("container", containers);
  }

  /// The pod and containers that set something: `pod and container "a"`.
  List<String> setters() {
    List<String> setters = new ArrayList<>();
    if (pod) {
      setters.add("pod");
    }
    if (!containers.isEmpty()) {
      setters.add(namedContainers());
    }
    return setters;
  }

  boolean isBroken() {
    return !broken.isEmpty();
  }

  /// The violations of both.
  Tally with(Tally other) {
    broken.addAll(other.broken);
    return this;
  }

  CheckOutcome forbidden(String reason, String detail) {
    return new CheckOutcome.Forbidden(reason, detail, broken);
  }

  /// For a check that nothing readable breaks.
  CheckOutcome unbroken() {
    return cause == null ? new CheckOutcome.Allowed() : new CheckOutcome.Unknown(cause, unread);
  }
}
