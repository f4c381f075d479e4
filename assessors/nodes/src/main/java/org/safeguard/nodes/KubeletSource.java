package org.safeguard.nodes;

import java.util.List;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Reading;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Value;

/// One configuration of a kubelet, and where it is kept.
///
/// @param origin which sort of source, as the fact names it
/// @param name of the node or of the object it was read from
/// @param nodes nodes it is known to hold for
/// @param settings the root of the `KubeletConfiguration`
/// @param holder the text that it was parsed from; empty where it is an object of its own
/// @param hostnameOverride the flag, which no configuration holds; a gap where no flags are seen
record KubeletSource(
    String origin,
    String name,
    List<String> nodes,
    Place settings,
    Optional<Place> holder,
    Value<String> hostnameOverride) {

  /// What is said of the flag by a source without flags.
  static Value<String> flagUnseen(Place place) {
    return new Value.Unreadable<>(
        place,
        new Cause(
            Cause.Code.NOT_CAPTURED,
            "the flag --hostname-override is no part of the configuration; look at the kubelet's"
                + " command line, or import the results of kube-bench"));
  }

  /// The object that evidence points to.
  Place object() {
    return holder.orElse(settings);
  }

  /// Takes a value; one out of a text is shown with its name at the place of the text.
  <T> T take(Trace trace, String component, Value<T> value, T fallback, String shown) {
    T taken = trace.take(component, value, fallback, shown);
    holder.ifPresent(text -> trace.read(component, within(text, value, shown)));
    return taken;
  }

  private static <T> Reading within(Place text, Value<T> value, String shown) {
    Place at = value.place();
    String name = at.pointer().text().substring(1).replace('/', '.');
    Reading there =
        value instanceof Value.Absent<T>
            ? at.absent(shown.isEmpty() ? "none" : shown)
            : at.reading();
    return text.reading(name + ": " + there.observed());
  }
}
