package org.safeguard.rules;

import java.util.Optional;
import org.safeguard.model.fact.Fact;
import org.safeguard.model.tree.JsonPointer;

/// Where the value of a fix belongs, as rules write it: `/a/b` starts from the place of the fact
/// itself, `pod:/a/b` from the pod spec of the workload, wherever its kind keeps that.
final class FixPlace {

  /// Starts a pointer from the pod spec.
  static final String POD = "pod:";

  private FixPlace() {}

  /// The pointer in the assessed object, empty when the subject has no such place.
  static Optional<JsonPointer> of(String written, Candidate candidate) {
    if (!written.startsWith(POD)) {
      return Optional.of(within(candidate.fact().provenance().pointer(), written));
    }
    Fact workload =
        candidate.variables().getOrDefault(FactKind.WORKLOAD.variable(), candidate.fact());
    return workload
        .provenance()
        .place("pod")
        .map(pod -> within(pod, written.substring(POD.length())));
  }

  private static JsonPointer within(JsonPointer start, String written) {
    return new JsonPointer(start.text() + written);
  }
}
