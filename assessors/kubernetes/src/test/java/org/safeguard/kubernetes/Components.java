package org.safeguard.kubernetes;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.Traced;
import org.safeguard.model.fact.UnknownEvidenceException;

/// Walks every component of every fact and part by its accessor, as rules do.
final class Components {

  private Components() {}

  /// Calls `visitor` with each fact and part and the name of each of its components that is known.
  static void each(Facts facts, BiConsumer<Traced, String> visitor) {
    facts.all().forEach(fact -> each(fact, visitor));
  }

  /// Everything that is known, as text, for comparing two sets of facts.
  static List<String> text(Facts facts) {
    List<String> text = new ArrayList<>();
    facts.all().forEach(fact -> text.add(fact + " " + fact.provenance().unknown().keySet()));
    return text;
  }

  private static void each(Traced traced, BiConsumer<Traced, String> visitor) {
    for (RecordComponent component : traced.getClass().getRecordComponents()) {
      if (component.getName().equals("provenance")) {
        continue;
      }
      Object value = read(traced, component);
      if (value != null) {
        visitor.accept(traced, component.getName());
        parts(value, visitor);
      }
    }
  }

  private static void parts(Object value, BiConsumer<Traced, String> visitor) {
    switch (value) {
      case Traced part -> each(part, visitor);
      case Collection<?> list -> list.forEach(item -> parts(item, visitor));
      case Map<?, ?> map -> map.values().forEach(item -> parts(item, visitor));
      default -> {}
    }
  }

  /// The value, or null where it is unknown.
  private static Object read(Traced traced, RecordComponent component) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(traced);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof UnknownEvidenceException) {
        return null;
      }
      throw new AssertionError(traced + "." + component.getName(), e.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
