package org.safeguard.objects;

import java.util.List;
import java.util.Map;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Fact;

/// What a source of facts adds.
///
/// @param facts the facts, each kind sorted by the identity of its objects
/// @param gaps by kind of fact, such as `Node`: why some may exist and not be here; a kind without
///     a gap is known whole
public record AddedFacts(List<Fact> facts, Map<String, Cause> gaps) {

  /// Nothing, and nothing is missing.
  public static final AddedFacts NONE = new AddedFacts(List.of(), Map.of());

  public AddedFacts {
    facts = List.copyOf(facts);
    gaps = Map.copyOf(gaps);
  }
}
