package org.safeguard.controlplane;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Reading;
import org.safeguard.objects.Place;
import org.safeguard.objects.Value;

/// Reads what a provider's description tells.
final class Told {

  private Told() {}

  /// A Boolean that the provider always writes.
  static Finding<Boolean> flag(Place place) {
    return switch (place.flag()) {
      case Value.Known<Boolean>(Place at, Boolean value) ->
          Finding.known(value, List.of(at.reading()));
      case Value.Absent<Boolean>(Place at) -> notTold(at);
      case Value.Unreadable<Boolean>(Place at, Cause cause) ->
          Finding.unknown(cause, List.of(at.reading()));
    };
  }

  /// A Boolean that the provider leaves out where it is false, within a description that is whole.
  static Finding<Boolean> flagOrFalse(Place place) {
    return switch (place.flag()) {
      case Value.Absent<Boolean>(Place at) -> Finding.known(false, List.of(at.absent("false")));
      case Value.Known<Boolean> _, Value.Unreadable<Boolean> _ -> flag(place);
    };
  }

  static Finding<String> text(Place place) {
    return switch (place.text()) {
      case Value.Known<String>(Place at, String value) ->
          Finding.known(value, List.of(at.reading()));
      case Value.Absent<String>(Place at) -> notTold(at);
      case Value.Unreadable<String>(Place at, Cause cause) ->
          Finding.unknown(cause, List.of(at.reading()));
    };
  }

  static Finding<String> textOr(Place place, String fallback) {
    return place.isSet() ? text(place) : Finding.known(fallback, List.of(place.absent(fallback)));
  }

  static Finding<List<String>> texts(Place place) {
    return switch (place.texts()) {
      case Value.Known<List<String>>(Place at, List<String> value) ->
          Finding.known(value, List.of(at.reading()));
      case Value.Absent<List<String>>(Place at) -> notTold(at);
      case Value.Unreadable<List<String>>(Place at, Cause cause) ->
          Finding.unknown(cause, List.of(at.reading()));
    };
  }

  /// Whether something holds of every member of a list; unknown where there is no list.
  static Finding<Boolean> all(Place list, List<String> shown, Predicate<Place> holds) {
    List<Place> members = list.objects().orElse(List.of());
    if (members.isEmpty()) {
      return notTold(list);
    }
    List<Reading> readings = new ArrayList<>();
    List<Place> others = members.stream().filter(holds.negate()).toList();
    for (Place member : others.isEmpty() ? members : others) {
      readings.add(member.at(shown.toArray(String[]::new)).reading());
    }
    return Finding.known(others.isEmpty(), readings);
  }

  static <T> Finding<T> notTold(Place place) {
    return Finding.unknown(
        new Cause(
            Cause.Code.UNRESOLVED,
            "the description "
                + place.resource().name()
                + " does not tell "
                + place.pointer()
                + "; supply the provider's whole description, or ask for this setting"),
        List.of(place.absent("not told")));
  }

  /// Why something is never part of a provider's description.
  static <T> Finding<T> elsewhere(Place place, String question) {
    return Finding.unknown(
        new Cause(Cause.Code.PROVIDER_MANAGED, question), List.of(place.reading()));
  }
}
