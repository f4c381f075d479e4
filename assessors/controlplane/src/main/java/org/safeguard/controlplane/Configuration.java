package org.safeguard.controlplane;

import org.safeguard.model.fact.Reading;
import org.safeguard.model.tree.JsonPointer;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.objects.Place;

/// The content of a configuration file: an object of its own, or text within an object.
///
/// @param content what it says
/// @param place where it stands
/// @param embedded whether `place` is text that holds it, so that no pointer leads into it
record Configuration(ObjectNode content, Place place, boolean embedded) {

  static Configuration of(Place object) {
    return new Configuration(object.resource().body(), object, false);
  }

  /// What was seen at a place within the file.
  Reading at(JsonPointer pointer, String observed) {
    if (embedded) {
      return place.reading(observed);
    }
    int line = pointer.lineIn(place.resource().body());
    return new Reading(place.resource(), pointer, line, observed);
  }

  Reading whole(String observed) {
    return at(JsonPointer.ROOT, observed);
  }
}
