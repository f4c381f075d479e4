package org.safeguard.network;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes records of which only some components matter to a test; the others are empty.
final class Records {

  private Records() {}

  static <R extends Record> R of(Class<R> type, Map<String, Object> values) {
    RecordComponent[] components = type.getRecordComponents();
    try {
      return type.getDeclaredConstructor(
              Stream.of(components).map(RecordComponent::getType).toArray(Class[]::new))
          .newInstance(
              Stream.of(components)
                  .map(
                      c ->
                          values.containsKey(c.getName())
                              ? values.get(c.getName())
                              : empty(c.getType()))
                  .toArray());
    } catch (NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object empty(Class<?> type) {
    return switch (type.getSimpleName()) {
      case "String" -> "";
      case "boolean" -> false;
      case "long" -> 0L;
      case "Optional" -> Optional.empty();
      case "List" -> List.of();
      case "Map" -> Map.of();
      default -> throw new IllegalArgumentException("a test must give a " + type.getSimpleName());
    };
  }
}
