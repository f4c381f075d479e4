package org.safeguard.admission;

import org.safeguard.model.fact.Facts;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.objects.AddedFacts;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.FactSource;

/// Admission policies by what they really enforce, and what bypasses them.
public final class AdmissionFacts implements FactSource {

  @Override
  public AddedFacts facts(Snapshot snapshot, ClusterObjects objects, Facts known) {
    return AddedFacts.NONE;
  }
}
