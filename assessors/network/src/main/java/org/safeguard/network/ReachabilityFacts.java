package org.safeguard.network;

import org.safeguard.model.fact.Facts;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.objects.AddedFacts;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.FactSource;

/// Who may talk to whom, computed from network policies and ways in from outside.
public final class ReachabilityFacts implements FactSource {

  @Override
  public AddedFacts facts(Snapshot snapshot, ClusterObjects objects, Facts known) {
    return AddedFacts.NONE;
  }
}
