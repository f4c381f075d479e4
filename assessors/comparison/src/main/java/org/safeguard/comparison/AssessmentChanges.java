package org.safeguard.comparison;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What moved between two assessments.
///
/// @param before the earlier one
/// @param after the later one
/// @param moves verdicts that moved: failures that came or went first, then what could not be
///     assessed, then the rest; among these by severity, rule and subject
/// @param unchanged how many verdicts did not
/// @param severities failures before and after, each severity once, most severe first
/// @param risks risks that moved, by id
/// @param unchangedRisks how many risks did not
/// @param rules rules that are new, gone or judge otherwise, by id
/// @param coverage types of which the one knew something else than the other, sorted
/// @param scopeChanged whether somebody said something else of the ePHI
/// @param objectsKnown whether both assessments had their objects at hand, so that
///     [ChangeCause#OBJECT_CHANGED] rests on a comparison of objects and not on evidence alone
public record AssessmentChanges(
    AssessmentName before,
    AssessmentName after,
    List<VerdictMove> moves,
    int unchanged,
    List<SeverityChange> severities,
    List<RiskMove> risks,
    int unchangedRisks,
    List<RuleChange> rules,
    List<CoverageChange> coverage,
    boolean scopeChanged,
    boolean objectsKnown) {

  public AssessmentChanges {
    moves = List.copyOf(moves);
    severities = List.copyOf(severities);
    risks = List.copyOf(risks);
    rules = List.copyOf(rules);
    coverage = List.copyOf(coverage);
  }

  /// Whether no verdict and no risk moved.
  public boolean isEmpty() {
    return moves.isEmpty() && risks.isEmpty();
  }

  /// How many verdicts moved for each cause, by their surest one; every cause is there.
  public Map<ChangeCause, Integer> movesByCause() {
    Map<ChangeCause, Integer> counts = new EnumMap<>(ChangeCause.class);
    for (ChangeCause cause : ChangeCause.values()) {
      counts.put(cause, 0);
    }
    moves.forEach(move -> counts.merge(move.cause(), 1, Integer::sum));
    return counts;
  }

  /// The same seen from the other side.
  public AssessmentChanges mirrored() {
    return new AssessmentChanges(
        after,
        before,
        moves.stream().map(VerdictMove::mirrored).toList(),
        unchanged,
        severities.stream().map(SeverityChange::mirrored).toList(),
        risks.stream().map(RiskMove::mirrored).toList(),
        unchangedRisks,
        rules.stream().map(RuleChange::mirrored).toList(),
        coverage.stream().map(CoverageChange::mirrored).toList(),
        scopeChanged,
        objectsKnown);
  }
}
