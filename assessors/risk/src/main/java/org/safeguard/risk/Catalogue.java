package org.safeguard.risk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.safeguard.model.rule.Citation;
import org.safeguard.model.rule.Pack;
import org.safeguard.model.rule.Question;
import org.safeguard.model.rule.Rule;
import org.safeguard.model.rule.Safeguard;
import org.safeguard.model.rule.Strength;
import org.safeguard.model.rule.Support;

/// The content of several packs as one. Where two packs define the same id, the first one counts.
final class Catalogue {

  private final Map<String, Safeguard> safeguards = new LinkedHashMap<>();
  private final Map<String, Citation> citations = new LinkedHashMap<>();
  private final Map<String, Question> questions = new LinkedHashMap<>();
  private final List<Rule> rules;

  Catalogue(List<Pack> packs) {
    for (Pack pack : packs) {
      pack.safeguards().forEach(s -> safeguards.putIfAbsent(s.id(), s));
      pack.citations().forEach(c -> citations.putIfAbsent(c.id(), c));
      pack.questions().forEach(q -> questions.putIfAbsent(q.id(), q));
    }
    rules = packs.stream().flatMap(pack -> pack.rules().stream()).toList();
  }

  List<Safeguard> safeguards() {
    return List.copyOf(safeguards.values());
  }

  List<Citation> citations() {
    return List.copyOf(citations.values());
  }

  /// The ids of the questions that settle `safeguard`.
  List<String> questions(String safeguard) {
    return questions.values().stream()
        .filter(question -> question.safeguard().equals(safeguard))
        .map(Question::id)
        .toList();
  }

  /// The number of rules that support `safeguard`.
  long rules(String safeguard) {
    return rules.stream()
        .filter(rule -> rule.supports().stream().anyMatch(s -> s.safeguard().equals(safeguard)))
        .count();
  }

  /// The one safeguard to whose risk a finding of `rule` belongs: the first it supports directly,
  /// else the first it supports at all.
  ///
  /// @throws IllegalArgumentException when no pack has such a safeguard; the packs were loaded
  ///     without their check
  Safeguard owner(Rule rule) {
    Stream<Support> direct = rule.supports().stream().filter(s -> s.strength() == Strength.DIRECT);
    return Stream.concat(direct, rule.supports().stream())
        .flatMap(support -> Optional.ofNullable(safeguards.get(support.safeguard())).stream())
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException(rule.id() + " supports no safeguard of the packs"));
  }
}
