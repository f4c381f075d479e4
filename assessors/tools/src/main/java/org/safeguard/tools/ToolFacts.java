package org.safeguard.tools;

import org.safeguard.model.fact.Facts;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.objects.AddedFacts;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.FactSource;

/// Products found in a cluster by evidence, service meshes and backups among them.
public final class ToolFacts implements FactSource {

  @Override
  public AddedFacts facts(Snapshot snapshot, ClusterObjects objects, Facts known) {
    return AddedFacts.NONE;
  }
}
