package org.safeguard.controlplane;

import org.safeguard.model.fact.Facts;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.objects.AddedFacts;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.FactSource;

/// The control plane: flags, configuration files, benchmark reports and cloud descriptions.
public final class ControlPlaneFacts implements FactSource {

  @Override
  public AddedFacts facts(Snapshot snapshot, ClusterObjects objects, Facts known) {
    return AddedFacts.NONE;
  }
}
