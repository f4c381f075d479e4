package org.safeguard.rules;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.fact.UnknownEvidenceException;

/// Reads components of facts and parts by name.
final class Components {

  private final Map<Class<?>, Map<String, MethodHandle>> accessors = new ConcurrentHashMap<>();

  /// The value of a component, or null when there is no such component.
  ///
  /// @throws UnknownEvidenceException when the component is unknown
  @Nullable Object value(Object of, String component) {
    MethodHandle accessor = accessors(of.getClass()).get(component);
    if (accessor == null) {
      return null;
    }
    try {
      return accessor.invokeExact(of);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("An accessor threw a checked exception", e);
    }
  }

  /// The names of the components but the provenance, in order.
  Set<String> names(Class<?> type) {
    return accessors(type).keySet();
  }

  private Map<String, MethodHandle> accessors(Class<?> type) {
    Map<String, MethodHandle> known = accessors.get(type);
    return known != null ? known : accessors.computeIfAbsent(type, Components::lookUp);
  }

  private static Map<String, MethodHandle> lookUp(Class<?> type) {
    Map<String, MethodHandle> found = new LinkedHashMap<>();
    if (type.isRecord()) {
      for (RecordComponent component : type.getRecordComponents()) {
        if (!component.getName().equals("provenance")) {
          found.put(component.getName(), handle(component));
        }
      }
    }
    return found;
  }

  private static MethodHandle handle(RecordComponent component) {
    try {
      return MethodHandles.publicLookup()
          .unreflect(component.getAccessor())
          .asType(MethodType.methodType(Object.class, Object.class));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("A fact's accessor is not public: " + component, e);
    }
  }
}
