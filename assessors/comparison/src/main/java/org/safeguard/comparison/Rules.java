package org.safeguard.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.rule.Rule;

/// The rules of two assessments by their ids.
final class Rules {

  private final Map<String, Rule> befores;
  private final Map<String, Rule> afters;
  private final Map<String, RuleChange> changes = new HashMap<>();

  Rules(Assessment before, Assessment after) {
    this.befores = byId(before);
    this.afters = byId(after);
    SortedSet<String> ids = new TreeSet<>(befores.keySet());
    ids.addAll(afters.keySet());
    ids.forEach(id -> change(id).ifPresent(change -> changes.put(id, change)));
  }

  private static Map<String, Rule> byId(Assessment assessment) {
    Map<String, Rule> byId = new HashMap<>();
    assessment.packs().forEach(pack -> pack.rules().forEach(rule -> byId.put(rule.id(), rule)));
    assessment.verdicts().forEach(v -> byId.putIfAbsent(v.rule().id(), v.rule()));
    return byId;
  }

  private Optional<RuleChange> change(String id) {
    Rule was = befores.get(id);
    Rule is = afters.get(id);
    if (was == null) {
      return Optional.of(new RuleChange(id, Objects.requireNonNull(is).title(), MoveKind.NEW));
    }
    if (is == null) {
      return Optional.of(new RuleChange(id, was.title(), MoveKind.GONE));
    }
    return judgeAlike(was, is)
        ? Optional.empty()
        : Optional.of(new RuleChange(id, is.title(), MoveKind.CHANGED));
  }

  private static boolean judgeAlike(Rule was, Rule is) {
    return was.fact().equals(is.fact())
        && was.when().equals(is.when())
        && was.pass().equals(is.pass())
        && was.severity() == is.severity();
  }

  /// What became of a rule, null when it judges as before.
  @Nullable RuleChange changed(String rule) {
    return changes.get(rule);
  }

  /// Sorted by id.
  List<RuleChange> changes() {
    List<RuleChange> sorted = new ArrayList<>(changes.values());
    sorted.sort(Comparator.comparing(RuleChange::rule));
    return sorted;
  }
}
