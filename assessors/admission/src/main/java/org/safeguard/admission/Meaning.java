package org.safeguard.admission;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/// What a policy is about, and how that is known.
///
/// @param how `shown`, `library`, `other` when it was tried and refuses nothing we know, or
///     `unknown`
/// @param controls by id, with how far each goes
record Meaning(String how, Map<String, Reach> controls) {

  static final Meaning UNKNOWN = new Meaning("unknown", Map.of());
  static final Meaning OTHER = new Meaning("other", Map.of());

  Meaning {
    controls = Map.copyOf(controls);
  }

  static Meaning shown(Map<String, Reach> controls) {
    return controls.isEmpty() ? UNKNOWN : new Meaning("shown", controls);
  }

  static Meaning library(Map<String, Reach> controls) {
    return controls.isEmpty() ? UNKNOWN : new Meaning("library", controls);
  }

  boolean isKnown() {
    return !how.equals(UNKNOWN.how);
  }

  /// The same, where ephemeral containers count only when their subresource is looked at.
  static Function<NamespaceView, Meaning> seen(
      Function<NamespaceView, Meaning> meaning, boolean ephemeralSubresource) {
    return namespace -> {
      Meaning whole = meaning.apply(namespace);
      if (ephemeralSubresource) {
        return whole;
      }
      Map<String, Reach> less = new HashMap<>();
      whole.controls().forEach((id, reach) -> less.put(id, new Reach(reach.init(), false)));
      return new Meaning(whole.how(), less);
    };
  }
}
