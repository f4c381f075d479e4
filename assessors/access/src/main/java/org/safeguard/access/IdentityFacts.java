package org.safeguard.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Fact;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.objects.AddedFacts;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.FactSource;

/// Who may do what, effectively, and how one right leads to another.
public final class IdentityFacts implements FactSource {

  @Override
  public AddedFacts facts(Snapshot snapshot, ClusterObjects objects, Facts known) {
    EffectiveAccess access = EffectiveAccess.of(objects, known);
    IdentityFact identity = new IdentityFact(access, known);
    List<Fact> facts = access.subjects().stream().<Fact>map(identity::of).toList();
    Map<String, Cause> gaps = new HashMap<>();
    gap(access, facts.isEmpty()).ifPresent(gap -> gaps.put("Identity", gap));
    return new AddedFacts(facts, gaps);
  }

  /// A binding that is missing may name somebody who is not here. Where nobody mentioned the type,
  /// those who are here tell it by themselves.
  private static Optional<Cause> gap(EffectiveAccess access, boolean nobody) {
    return nobody ? access.gap() : access.cutOff();
  }
}
