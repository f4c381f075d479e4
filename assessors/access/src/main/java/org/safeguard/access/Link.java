package org.safeguard.access;

import java.util.List;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Reading;

/// One step from a place to another.
///
/// @param from where it starts
/// @param to where it leads
/// @param words what is done, after the name of whoever does it; empty where the step before says
///     it all
/// @param evidence where that was read
/// @param doubt why the step may be barred; empty where it is certain
record Link(Spot from, Spot to, String words, List<Reading> evidence, Optional<Cause> doubt) {

  Link {
    evidence = List.copyOf(evidence);
  }
}
