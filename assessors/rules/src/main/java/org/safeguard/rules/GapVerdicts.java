package org.safeguard.rules;

import java.util.List;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.verdict.AssessedSubject;
import org.safeguard.model.verdict.Evidence;
import org.safeguard.model.verdict.Outcome;
import org.safeguard.model.verdict.Verdict;

/// Says of a rule that it could not look at everything, where objects of its kind may exist and are
/// not in the snapshot. Without it the rule would be silent, and silence reads like a pass.
final class GapVerdicts {

  private static final AssessedSubject CLUSTER =
      new AssessedSubject(Candidate.CLUSTER, "", "unknown");

  private GapVerdicts() {}

  /// The verdict on the cluster as a whole, or none when the kind is known whole.
  static List<Verdict> of(CompiledRule rule, Facts facts) {
    Cause gap = facts.gaps().get(rule.kind().title());
    if (gap == null) {
      return List.of();
    }
    Resource whole = facts.cluster().provenance().resource();
    return List.of(
        new Verdict(
            new VerdictIds().of(rule.rule().id(), CLUSTER),
            rule.rule(),
            CLUSTER,
            new Outcome.NotAssessed(gap),
            List.of(new Evidence(CLUSTER.object(), "", "not in the snapshot", whole.file(), 0))));
  }
}
