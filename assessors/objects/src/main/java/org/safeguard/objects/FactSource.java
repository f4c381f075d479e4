package org.safeguard.objects;

import org.safeguard.model.fact.Facts;
import org.safeguard.model.snapshot.Snapshot;

/// Makes facts of some kinds out of the objects of a snapshot and the facts that are known already.
public interface FactSource {

  /// The facts to add, and why objects of their kinds may exist that are not among them. They do
  /// not depend on the order of the snapshot's objects.
  ///
  /// @param snapshot where the objects come from
  /// @param objects the same objects, sorted and by type
  /// @param known workloads, namespaces and the like, and what earlier sources added
  AddedFacts facts(Snapshot snapshot, ClusterObjects objects, Facts known);
}
