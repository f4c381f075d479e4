package org.safeguard.objects;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.JsonPointer;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.Redacted;
import org.safeguard.model.tree.ScalarNode;
import org.safeguard.redaction.Markers;

/// A place in a Kubernetes object: what is there, or where it would be. Knows when an ancestor is
/// redacted or malformed, since then nobody can say what would be here.
public final class Place {

  private final Resource resource;
  private final Path path;
  private final @Nullable Node node;
  private final int line;
  private final @Nullable Cause gap;

  private Place(
      Resource resource, Path path, @Nullable Node node, int parentLine, @Nullable Cause gap) {
    this.resource = resource;
    this.path = path;
    this.node = node;
    this.line = node == null ? parentLine : node.line();
    this.gap = gap;
  }

  public static Place of(Resource resource, Path root) {
    return new Place(resource, root, resource.body(), 0, null);
  }

  public Resource resource() {
    return resource;
  }

  public JsonPointer pointer() {
    return path.pointer();
  }

  /// Whether something other than null is here.
  public boolean isSet() {
    return node != null && !isNull(node);
  }

  /// What is here; null when nothing is.
  public @Nullable Node node() {
    return node;
  }

  public Place at(String... keys) {
    Place place = this;
    for (String key : keys) {
      place = place.member(key);
    }
    return place;
  }

  private Place member(String key) {
    Path there = path.member(key);
    if (node instanceof ObjectNode object) {
      return new Place(resource, there, object.get(key), line, null);
    }
    return new Place(resource, there, null, line, gapBelow());
  }

  private @Nullable Cause gapBelow() {
    return gap != null ? gap : node == null || isNull(node) ? null : wrong(node, "a mapping");
  }

  public Value<Boolean> flag() {
    return scalar("true or false", Boolean.class);
  }

  public Value<Long> number() {
    return scalar("a whole number", Long.class);
  }

  /// Text. One that our own redaction took out reads as its marker, which says what it looked like.
  public Value<String> text() {
    if (node instanceof ScalarNode(Redacted marker, int _) && Markers.judged(marker)) {
      return new Value.Known<>(this, marker.toString());
    }
    Value<String> value = scalar("text", String.class);
    return value instanceof Value.Known<String>(Place _, String text) && Markers.hides(text)
        ? new Value.Unreadable<>(this, redacted())
        : value;
  }

  /// Text or a number, as quantities and port references are.
  public Value<String> quantity() {
    return node instanceof ScalarNode(Object value, int _)
            && (value instanceof Long || value instanceof Double || value instanceof BigInteger)
        ? new Value.Known<>(this, value.toString())
        : text();
  }

  /// Whether there is a mapping.
  public Value<Boolean> isMapping() {
    return read("a mapping", node instanceof ObjectNode ? Boolean.TRUE : null);
  }

  /// The members of a list of texts.
  public Value<List<String>> texts() {
    return members("a list of texts", Place::text);
  }

  public Value<List<Long>> numbers() {
    return members("a list of whole numbers", Place::number);
  }

  /// The members of a list of mappings.
  public Value<List<Place>> objects() {
    return members("a list of mappings", item -> item.isMapping().map(_ -> item));
  }

  /// The members of a mapping from text to text.
  public Value<Map<String, String>> textMap() {
    if (!(node instanceof ObjectNode object)) {
      return read("a mapping", null);
    }
    Map<String, String> texts = LinkedHashMap.newLinkedHashMap(object.size());
    for (String key : object.keys()) {
      switch (member(key).text()) {
        case Value.Known<String>(Place _, String text) -> texts.put(key, text);
        case Value.Absent<String> _ -> texts.put(key, "");
        case Value.Unreadable<String>(Place _, Cause cause) -> {
          return new Value.Unreadable<>(this, cause);
        }
      }
    }
    return new Value.Known<>(this, texts);
  }

  /// The places of the members of a mapping; none where there is no mapping.
  public Map<String, Place> each() {
    Map<String, Place> members = new LinkedHashMap<>();
    if (node instanceof ObjectNode object) {
      object.keys().forEach(key -> members.put(key, member(key)));
    }
    return members;
  }

  public Reading reading() {
    return reading(isSet() && node != null ? Observed.of(node) : "absent");
  }

  public Reading reading(String observed) {
    return new Reading(resource, pointer(), line, observed);
  }

  public Reading absent(String fallback) {
    return reading("absent (default: " + (fallback.isEmpty() ? "none" : fallback) + ")");
  }

  private <T> Value<List<T>> members(String wanted, Function<Place, Value<T>> read) {
    if (!(node instanceof ArrayNode array)) {
      return read(wanted, null);
    }
    List<T> members = new ArrayList<>(array.items().size());
    for (int i = 0; i < array.items().size(); i++) {
      Place item = new Place(resource, path.item(i), array.items().get(i), line, null);
      switch (read.apply(item)) {
        case Value.Known<T>(Place _, T value) -> members.add(value);
        case Value.Absent<T> _ -> {
          return new Value.Unreadable<>(this, malformed("null", wanted));
        }
        case Value.Unreadable<T>(Place _, Cause cause) -> {
          return new Value.Unreadable<>(this, cause);
        }
      }
    }
    return new Value.Known<>(this, members);
  }

  private <T> Value<T> scalar(String wanted, Class<T> type) {
    return read(
        wanted,
        node instanceof ScalarNode(Object value, int _) && type.isInstance(value)
            ? type.cast(value)
            : null);
  }

  private <T> Value<T> read(String wanted, @Nullable T value) {
    if (value != null) {
      return new Value.Known<>(this, value);
    }
    if (node != null && !isNull(node)) {
      return new Value.Unreadable<>(this, wrong(node, wanted));
    }
    return gap == null ? new Value.Absent<>(this) : new Value.Unreadable<>(this, gap);
  }

  private Cause wrong(Node there, String wanted) {
    boolean marker = there instanceof ScalarNode(Redacted _, int _);
    return marker || Markers.hides(there) ? redacted() : malformed(Observed.sort(there), wanted);
  }

  /// The cause of a value that was taken out of the source.
  public Cause redacted() {
    return new Cause(
        Cause.Code.REDACTED,
        pointer() + " was redacted in the source; look at it in the cluster or capture it again");
  }

  public Cause malformed(String found, String wanted) {
    return new Cause(
        Cause.Code.MALFORMED, pointer() + " holds " + found + " where Kubernetes wants " + wanted);
  }

  private static boolean isNull(Node node) {
    return node instanceof ScalarNode(Object value, int _) && value == null;
  }
}
