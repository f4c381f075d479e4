package org.safeguard.podsecurity;

import java.util.List;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.objects.PodTemplate;

/// Evaluates pods as the API server of this cluster would. Where its version is not known, an
/// answer holds only if it is the same in every release that has the plug-in.
final class Judge {

  /// The first release in which the plug-in is on by default and stable.
  private static final int OLDEST = 25;

  private final Optional<PolicyVersion> cluster;

  Judge(Optional<PolicyVersion> cluster) {
    this.cluster = cluster;
  }

  /// An answer with what it rests on.
  ///
  /// @param evaluation in the newest version that comes into question
  /// @param gap why the answer is open; empty where it is not
  record Judgement(Evaluation evaluation, Optional<Cause> gap) {

    boolean isAllowed() {
      return evaluation.answer() == Evaluation.Answer.ALLOWED;
    }
  }

  /// The version that stands for `latest`.
  PolicyVersion own() {
    return cluster.orElse(PolicyVersion.LATEST);
  }

  Judgement judge(PodTemplate pod, Level level, PolicyVersion asked) {
    if (cluster.isPresent()) {
      Evaluation evaluation = Standards.evaluate(pod, level, older(asked, cluster.get()));
      return new Judgement(evaluation, evaluation.gap());
    }
    int newest = asked.known();
    Evaluation evaluation = Standards.evaluate(pod, level, asked);
    for (int minor : Standards.turns(Math.min(OLDEST, newest), newest)) {
      Evaluation other = Standards.evaluate(pod, level, PolicyVersion.of(minor));
      if (other.answer() != evaluation.answer()) {
        return new Judgement(evaluation, Optional.of(depends(level, minor)));
      }
    }
    return new Judgement(evaluation, evaluation.gap());
  }

  private static Cause depends(Level level, int minor) {
    return new Cause(
        Cause.Code.NOT_CAPTURED,
        "the version of the cluster decides this: "
            + level.word()
            + " of 1."
            + minor
            + " answers otherwise than the newest; name the version when assessing");
  }

  private static PolicyVersion older(PolicyVersion asked, PolicyVersion cluster) {
    return asked.latest() || asked.compareTo(cluster) > 0 ? cluster : asked;
  }

  /// The checks that a pinned version lacks; empty where the cluster's version is not known and
  /// matters.
  Optional<List<String>> missed(Level level, PolicyVersion pinned) {
    List<String> upToNewest = Standards.missing(level, pinned, PolicyVersion.LATEST);
    return upToNewest.isEmpty()
        ? Optional.of(List.of())
        : cluster.map(own -> Standards.missing(level, pinned, own));
  }
}
