package org.safeguard.rules;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.fact.Traced;
import org.safeguard.model.fact.UnknownEvidenceException;

/// Finds the way to a part that an expression handed out, for example from a filtered list.
final class PartFinder {

  private static final int DEPTH = 6;

  private final Components components;
  private final Map<String, ?> variables;

  PartFinder(Components components, Map<String, ?> variables) {
    this.components = components;
    this.variables = variables;
  }

  boolean isPart(Object value) {
    return value instanceof Traced;
  }

  /// The first trail to this very part, or null when it is nowhere in the variables.
  @Nullable Trail find(Object part) {
    for (Map.Entry<String, ?> variable : variables.entrySet()) {
      Trail found = find(part, variable.getValue(), Trail.of(variable.getKey()), DEPTH);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable Trail find(Object part, Object at, Trail trail, int depth) {
    if (at == part) {
      return trail;
    }
    if (depth == 0) {
      return null;
    }
    return switch (at) {
      case Traced traced -> inComponents(part, traced, trail, depth - 1);
      case List<?> list -> inList(part, list, trail, depth - 1);
      default -> null;
    };
  }

  private @Nullable Trail inComponents(Object part, Traced traced, Trail trail, int depth) {
    Collection<String> names = components.names(traced.getClass());
    for (String name : names) {
      Object value = known(traced, name);
      if (value instanceof Traced || value instanceof List<?>) {
        Trail found = find(part, value, trail.then(name), depth);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private @Nullable Trail inList(Object part, List<?> list, Trail trail, int depth) {
    for (int i = 0; i < list.size(); i++) {
      if (!(list.get(i) instanceof Traced item)) {
        return null;
      }
      Trail found = find(part, item, trail.then(i), depth);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable Object known(Traced traced, String name) {
    try {
      return components.value(traced, name);
    } catch (UnknownEvidenceException e) {
      return null; // what nobody knows holds no part either
    }
  }
}
