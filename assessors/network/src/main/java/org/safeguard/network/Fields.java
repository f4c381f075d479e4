package org.safeguard.network;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.objects.Place;
import org.safeguard.objects.Selector;
import org.safeguard.objects.Value;

/// Reads fields of policies, where nothing may be guessed: what is redacted or malformed makes the
/// policy one that cannot be stated.
final class Fields {

  private Fields() {}

  static <T> Optional<T> optional(Value<T> value) throws UnstatedException {
    return switch (value) {
      case Value.Known<T>(Place _, T known) -> Optional.of(known);
      case Value.Absent<T> _ -> Optional.empty();
      case Value.Unreadable<T>(Place _, Cause cause) -> throw new UnstatedException(cause);
    };
  }

  static <T> T required(Value<T> value) throws UnstatedException {
    Optional<T> found = optional(value);
    if (found.isEmpty()) {
      throw malformed(value.place(), "nothing", "a value");
    }
    return found.get();
  }

  static List<Place> list(Place place) throws UnstatedException {
    return optional(place.objects()).orElse(List.of());
  }

  /// A label selector; empty where there is none.
  static Optional<Selector> selector(Place place) throws UnstatedException {
    return optional(Selector.read(place));
  }

  static Protocol protocol(Place place) throws UnstatedException {
    String name = optional(place.text()).orElse("TCP");
    return Protocol.named(name).orElseThrow(() -> malformed(place, name, "TCP, UDP or SCTP"));
  }

  static AddressRange range(Place place) throws UnstatedException {
    return range(place, required(place.text()));
  }

  static AddressRange range(Place place, String text) throws UnstatedException {
    return AddressRange.parse(text)
        .orElseThrow(() -> malformed(place, text, "a range such as 10.0.0.0/8"));
  }

  /// Makes sure that an object has no field beyond those that are understood.
  static void only(Place place, String... known) throws UnstatedException {
    if (place.node() instanceof ObjectNode object) {
      for (String key : object.keys()) {
        if (!Set.of(known).contains(key) && place.at(key).isSet()) {
          throw unsupported(place.at(key));
        }
      }
    }
  }

  static UnstatedException unsupported(Place place) {
    return new UnstatedException(
        new Cause(
            Cause.Code.UNRESOLVED,
            place.pointer()
                + " cannot be stated as connections between addresses; ask the network plug-in"
                + " which connections it allows"));
  }

  static UnstatedException malformed(Place place, String found, String wanted) {
    return new UnstatedException(place.malformed(found, wanted));
  }
}
