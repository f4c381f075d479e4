package org.safeguard.podsecurity;

import org.safeguard.model.fact.Facts;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.objects.AddedFacts;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.FactSource;

/// Pod Security Standards as the admission plug-in of each Kubernetes release evaluates them.
public final class PodSecurityFacts implements FactSource {

  @Override
  public AddedFacts facts(Snapshot snapshot, ClusterObjects objects, Facts known) {
    return AddedFacts.NONE;
  }
}
