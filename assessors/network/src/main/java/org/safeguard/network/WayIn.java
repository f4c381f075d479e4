package org.safeguard.network;

import java.util.Map;
import org.safeguard.objects.Place;

/// An object that leads the outside to pods.
///
/// @param object the ingress, route or service
/// @param byController whether an ingress controller passes connections on, or the service itself
/// @param targets what it leads to, by the number of the class of pods
record WayIn(Place object, boolean byController, Map<Integer, Connections> targets) {

  WayIn {
    targets = Map.copyOf(targets);
  }

  /// Such as `Ingress clinic/portal`.
  String name() {
    return object.resource().kind()
        + " "
        + WaysIn.namespace(object)
        + "/"
        + object.resource().name();
  }
}
