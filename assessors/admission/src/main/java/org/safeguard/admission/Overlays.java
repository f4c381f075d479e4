package org.safeguard.admission;

import java.util.HashMap;
import java.util.Map;

/// Merges changes into objects, as [RFC 7386](https://www.rfc-editor.org/rfc/rfc7386) does.
final class Overlays {

  /// Takes a member out, as null does in a merge patch.
  static final Object REMOVED =
      new Object() {
        @Override
        public String toString() {
          return "removed";
        }
      };

  private Overlays() {}

  static Map<String, Object> merged(Map<String, Object> base, Map<String, Object> change) {
    Map<String, Object> result = new HashMap<>(base);
    change.forEach(
        (key, value) -> {
          if (value == REMOVED) {
            result.remove(key);
          } else if (value instanceof Map<?, ?> members) {
            Map<String, Object> inner = merged(map(result.get(key)), map(members));
            if (!inner.isEmpty() || result.containsKey(key)) {
              result.put(key, inner);
            }
          } else {
            result.put(key, value);
          }
        });
    return result;
  }

  /// A value as a mapping with text keys; empty when it is none.
  static Map<String, Object> map(@org.jspecify.annotations.Nullable Object value) {
    Map<String, Object> result = new HashMap<>();
    if (value instanceof Map<?, ?> members) {
      members.forEach(
          (key, member) -> {
            if (member != null) {
              result.put(String.valueOf(key), member);
            }
          });
    }
    return result;
  }
}
