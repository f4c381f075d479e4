package org.safeguard.controlplane;

import java.util.List;
import java.util.Optional;
import org.safeguard.document.Documents;
import org.safeguard.document.MalformedDocumentException;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.objects.Place;
import org.safeguard.objects.Value;

/// A configuration file that stands as text in an object, such as a key of a config map. Evidence
/// points to the text as a whole, since no pointer leads into it.
///
/// @param content the parsed text; empty where it cannot be read
/// @param place where the text stands
/// @param gap why it cannot be read
record Embedded(ObjectNode content, Place place, Optional<Cause> gap) {

  static Embedded of(Place place) {
    return switch (place.text()) {
      case Value.Known<String>(Place at, String text) -> parsed(at, text);
      case Value.Absent<String>(Place at) -> missing(at);
      case Value.Unreadable<String>(Place at, Cause cause) ->
          new Embedded(ObjectNode.EMPTY, at, Optional.of(cause));
    };
  }

  private static Embedded missing(Place at) {
    Cause cause = new Cause(Cause.Code.UNRESOLVED, at.pointer() + " is not there");
    return new Embedded(ObjectNode.EMPTY, at, Optional.of(cause));
  }

  private static Embedded parsed(Place at, String text) {
    try {
      List<Node> documents = Documents.yaml(text);
      if (!documents.isEmpty() && documents.getFirst() instanceof ObjectNode object) {
        return new Embedded(object, at, Optional.empty());
      }
    } catch (MalformedDocumentException e) {
      return unreadable(at, e.why());
    }
    return unreadable(at, "it holds no mapping");
  }

  private static Embedded unreadable(Place at, String why) {
    Cause cause =
        new Cause(
            Cause.Code.UNRESOLVED,
            at.pointer() + " cannot be read as configuration (" + why + "); supply the file");
    return new Embedded(ObjectNode.EMPTY, at, Optional.of(cause));
  }

  /// What was seen in the text.
  Reading reading(String observed) {
    return place.reading(observed);
  }
}
