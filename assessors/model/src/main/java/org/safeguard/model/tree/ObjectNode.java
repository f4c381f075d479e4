package org.safeguard.model.tree;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// A mapping of a document, in source order. Kept as two arrays because a large cluster holds
/// millions of small mappings. A repeated key keeps its last value, as Kubernetes does.
public final class ObjectNode implements Node {

  /// What a missing mapping reads as.
  public static final ObjectNode EMPTY = new ObjectNode(new String[0], new Node[0], 0);

  private final String[] keys;
  private final Node[] values;
  private final int line;

  private ObjectNode(String[] keys, Node[] values, int line) {
    this.keys = keys;
    this.values = values;
    this.line = line;
  }

  /// Collects the members of a mapping that starts at `line`.
  public static Builder builder(int line) {
    return new Builder(line);
  }

  @Override
  public int line() {
    return line;
  }

  /// The number of members.
  public int size() {
    return keys.length;
  }

  /// The keys in source order.
  public List<String> keys() {
    return List.of(keys);
  }

  /// The member, or null when there is none.
  public @Nullable Node get(String key) {
    for (int i = keys.length - 1; i >= 0; i--) {
      if (keys[i].equals(key)) {
        return values[i];
      }
    }
    return null;
  }

  /// Whether there is such a member, be it null.
  public boolean has(String key) {
    return get(key) != null;
  }

  /// The member when it is a mapping, else [#EMPTY].
  public ObjectNode object(String key) {
    return get(key) instanceof ObjectNode object ? object : EMPTY;
  }

  /// The member when it is a sequence, else [ArrayNode#EMPTY].
  public ArrayNode array(String key) {
    return get(key) instanceof ArrayNode array ? array : ArrayNode.EMPTY;
  }

  /// The member as text when it is a scalar that is neither null nor redacted.
  public Optional<String> text(String key) {
    return scalar(key).map(Object::toString);
  }

  /// The member when it is a Boolean.
  public Optional<Boolean> flag(String key) {
    return scalar(key).filter(Boolean.class::isInstance).map(Boolean.class::cast);
  }

  /// The member when it is an integer.
  public Optional<Long> number(String key) {
    return scalar(key).filter(Long.class::isInstance).map(Long.class::cast);
  }

  /// The scalar members as text, in source order; others are left out.
  public Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    each(
        (key, value) -> {
          if (value instanceof ScalarNode scalar) {
            texts.put(key, scalar.text());
          }
        });
    return texts;
  }

  /// Visits each member in source order.
  public void each(BiConsumer<String, Node> visitor) {
    for (int i = 0; i < keys.length; i++) {
      visitor.accept(keys[i], values[i]);
    }
  }

  @Override
  public Map<String, Object> plain() {
    Map<String, Object> plain = LinkedHashMap.newLinkedHashMap(keys.length);
    each((key, value) -> plain.put(key, value.plain()));
    return plain;
  }

  private Optional<Object> scalar(String key) {
    return get(key) instanceof ScalarNode(Object value, int _)
            && value != null
            && !(value instanceof Redacted)
        ? Optional.of(value)
        : Optional.empty();
  }

  /// Collects members in source order.
  public static final class Builder {

    /// Beyond this many members a search through all of them would make a hostile document slow.
    private static final int INDEXED_SIZE = 32;

    private String[] keys = new String[8];
    private Node[] values = new Node[8];
    private int size;
    private @Nullable Map<String, Integer> index;
    private final int line;

    private Builder(int line) {
      this.line = line;
    }

    /// Adds a member; a key that is there already keeps its place and takes the new value.
    public Builder put(String key, Node value) {
      int at = indexOf(key);
      if (at >= 0) {
        values[at] = value;
      } else {
        append(key, value);
      }
      return this;
    }

    /// Adds a member unless its key is there already.
    public Builder putIfAbsent(String key, Node value) {
      return indexOf(key) >= 0 ? this : put(key, value);
    }

    /// The mapping of what was added so far.
    public ObjectNode build() {
      return size == 0 && line == 0
          ? EMPTY
          : new ObjectNode(Arrays.copyOf(keys, size), Arrays.copyOf(values, size), line);
    }

    private int indexOf(String key) {
      if (index != null) {
        return index.getOrDefault(key, -1);
      }
      for (int i = 0; i < size; i++) {
        if (keys[i].equals(key)) {
          return i;
        }
      }
      return -1;
    }

    private void append(String key, Node value) {
      if (size == keys.length) {
        keys = Arrays.copyOf(keys, size * 2);
        values = Arrays.copyOf(values, size * 2);
      }
      keys[size] = key;
      values[size] = value;
      if (index != null) {
        index.put(key, size);
      } else if (size == INDEXED_SIZE) {
        index = new HashMap<>();
        for (int i = 0; i <= size; i++) {
          index.put(keys[i], i);
        }
      }
      size++;
    }
  }
}
