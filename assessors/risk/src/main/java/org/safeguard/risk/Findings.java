package org.safeguard.risk;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.safeguard.model.verdict.Verdict;

/// What the checks of a risk found, in a line each for the register.
final class Findings {

  private static final int NAMED = 5;

  private Findings() {}

  /// The rules that do not hold, with the number of findings; the worst first.
  static String notHeld(RiskGroup group) {
    List<List<Verdict>> rules =
        RiskGroup.byRule(group.failed()).values().stream()
            .sorted(
                Comparator.comparing((List<Verdict> v) -> RiskGroup.rule(v).severity())
                    .thenComparing(List::size, Comparator.reverseOrder()))
            .toList();
    return "Failed checks: "
        + lines(
            rules.stream().map(v -> RiskGroup.rule(v).title() + " (" + v.size() + ")").toList());
  }

  /// The rules of the same safeguard that hold for some of the affected objects; the most first.
  static String held(RiskGroup group) {
    List<String> controls =
        RiskGroup.byRule(group.onAffected()).values().stream()
            .filter(verdicts -> RiskGroup.passes(verdicts) > 0)
            .sorted(Comparator.comparing(RiskGroup::passes, Comparator.reverseOrder()))
            .map(
                verdicts ->
                    "%s (%d of %d)"
                        .formatted(
                            RiskGroup.rule(verdicts).title(),
                            RiskGroup.passes(verdicts),
                            verdicts.size()))
            .toList();
    return controls.isEmpty()
        ? "No check of this safeguard passed on the affected objects."
        : "Passed checks: " + lines(controls);
  }

  private static String lines(List<String> items) {
    String named = items.stream().limit(NAMED).collect(Collectors.joining("; "));
    return items.size() <= NAMED
        ? named + "."
        : named + "; and " + (items.size() - NAMED) + " more.";
  }
}
