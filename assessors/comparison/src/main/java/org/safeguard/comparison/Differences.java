package org.safeguard.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.JsonPointer;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.Redacted;
import org.safeguard.model.tree.ScalarNode;

/// The places where two documents differ. The order of members does not count, a null is as good
/// as nothing, and markers of what was taken out are equal when they differ in their number only:
/// the numbers are those of one capture.
final class Differences {

  /// Above this size a search for each member would make a hostile document slow.
  private static final int INDEXED_SIZE = 32;

  private static final String MARKER = "(redacted: ";
  private static final Pattern NUMBER = Pattern.compile(", value \\d+(?=\\)?$)");

  private final List<JsonPointer> pointers = new ArrayList<>();
  private int count;

  private Differences() {}

  /// Whether there is none.
  static boolean none(ObjectNode before, ObjectNode after, Ignored ignored) {
    return equal(before, after, ignored);
  }

  static Differences between(ObjectNode before, ObjectNode after, Ignored ignored) {
    Differences differences = new Differences();
    differences.compare(JsonPointer.ROOT, before, after, ignored);
    return differences;
  }

  /// The first ones.
  List<JsonPointer> pointers() {
    return pointers;
  }

  int count() {
    return count;
  }

  private static boolean equal(@Nullable Node before, @Nullable Node after, Ignored ignored) {
    if (before == after || ignored.isWhole()) {
      return true;
    }
    if (isNothing(before) || isNothing(after)) {
      return isNothing(before) && isNothing(after);
    }
    return switch (before) {
      case ObjectNode one -> after instanceof ObjectNode other && equal(one, other, ignored);
      case ArrayNode one -> after instanceof ArrayNode other && equal(one, other, ignored);
      case ScalarNode one -> after instanceof ScalarNode other && value(one).equals(value(other));
      case null -> true;
    };
  }

  private static boolean equal(ObjectNode before, ObjectNode after, Ignored ignored) {
    List<String> keys = before.keys();
    List<String> others = after.keys();
    // Two captures nearly always name the same members in the same order.
    return keys.equals(others)
        ? covers(keys, before, after, ignored)
        : covers(keys, before, after, ignored) && covers(others, after, before, ignored);
  }

  /// Whether each member of `one` is in `other`, with equal content.
  private static boolean covers(
      List<String> keys, ObjectNode one, ObjectNode other, Ignored ignored) {
    Function<String, @Nullable Node> mine = members(one);
    Function<String, @Nullable Node> members = members(other);
    for (String key : keys) {
      if (!equal(mine.apply(key), members.apply(key), ignored.member(key))) {
        return false;
      }
    }
    return true;
  }

  private static boolean equal(ArrayNode before, ArrayNode after, Ignored ignored) {
    int size = before.items().size();
    if (size != after.items().size()) {
      return false;
    }
    for (int i = 0; i < size; i++) {
      if (!equal(before.items().get(i), after.items().get(i), ignored.item())) {
        return false;
      }
    }
    return true;
  }

  private void compare(
      JsonPointer at, @Nullable Node before, @Nullable Node after, Ignored ignored) {
    if (before instanceof ObjectNode one && after instanceof ObjectNode other) {
      compare(at, one, other, ignored);
    } else if (before instanceof ArrayNode one && after instanceof ArrayNode other) {
      compare(at, one, other, ignored);
    } else if (!equal(before, after, ignored)) {
      count++;
      if (pointers.size() < ChangedObject.MOST_POINTERS) {
        pointers.add(at);
      }
    }
  }

  private void compare(JsonPointer at, ObjectNode before, ObjectNode after, Ignored ignored) {
    Function<String, @Nullable Node> befores = members(before);
    Function<String, @Nullable Node> afters = members(after);
    SortedSet<String> keys = new TreeSet<>(before.keys());
    keys.addAll(after.keys());
    for (String key : keys) {
      Ignored below = ignored.member(key);
      if (!below.isWhole()) {
        compare(at.child(key), befores.apply(key), afters.apply(key), below);
      }
    }
  }

  private void compare(JsonPointer at, ArrayNode before, ArrayNode after, Ignored ignored) {
    int size = Math.max(before.items().size(), after.items().size());
    for (int i = 0; i < size; i++) {
      compare(at.child(i), item(before, i), item(after, i), ignored.item());
    }
  }

  private static @Nullable Node item(ArrayNode array, int index) {
    return index < array.items().size() ? array.items().get(index) : null;
  }

  private static Function<String, @Nullable Node> members(ObjectNode object) {
    if (object.size() <= INDEXED_SIZE) {
      return object::get;
    }
    Map<String, Node> members = HashMap.newHashMap(object.size());
    object.each(members::put);
    return members::get;
  }

  private static boolean isNothing(@Nullable Node node) {
    return node == null || node instanceof ScalarNode(Object value, int _) && value == null;
  }

  private static Object value(ScalarNode scalar) {
    return switch (scalar.value()) {
      case Redacted redacted -> withoutNumber(redacted.toString());
      case String text -> withoutNumber(text);
      case null -> "";
      case Object value -> value;
    };
  }

  /// The text, without the number where it is the marker of what was taken out.
  static String withoutNumber(String text) {
    return text.startsWith(MARKER) ? NUMBER.matcher(text).replaceFirst("") : text;
  }
}
