package org.safeguard.reporting;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.risk.Risk;
import org.safeguard.model.risk.SafeguardDetermination;
import org.safeguard.model.rule.Question;
import org.safeguard.model.rule.Rule;
import org.safeguard.model.rule.Safeguard;
import org.safeguard.model.rule.Support;
import org.safeguard.model.verdict.Outcome;
import org.safeguard.model.verdict.Status;
import org.safeguard.model.verdict.Verdict;

/// An assessment with what several sheets look up in it.
final class Report {

  private final Assessment assessment;
  private final Map<Status, List<Verdict>> verdicts = new EnumMap<>(Status.class);
  private final Map<String, List<Risk>> risksOfFinding = new HashMap<>();
  private final Map<String, Safeguard> safeguards = new HashMap<>();
  private final Map<String, SafeguardDetermination> determinations = new HashMap<>();
  private final Map<Cause.Code, Integer> gaps = new EnumMap<>(Cause.Code.class);

  Report(Assessment assessment) {
    this.assessment = assessment;
    for (Status status : Status.values()) {
      verdicts.put(status, new ArrayList<>());
    }
    for (Verdict verdict : assessment.verdicts()) {
      verdicts(verdict.status()).add(verdict);
      if (verdict.outcome() instanceof Outcome.NotAssessed(Cause cause)) {
        gaps.merge(cause.code(), 1, Integer::sum);
      }
    }
    for (Risk risk : assessment.risks()) {
      for (String finding : risk.findings()) {
        risksOfFinding.computeIfAbsent(finding, _ -> new ArrayList<>()).add(risk);
      }
    }
    assessment.packs().stream()
        .flatMap(pack -> pack.safeguards().stream())
        .forEach(safeguard -> safeguards.put(safeguard.id(), safeguard));
    assessment.safeguards().forEach(said -> determinations.put(said.safeguard().id(), said));
  }

  Assessment assessment() {
    return assessment;
  }

  /// The verdicts of one status, in the order of the assessment.
  List<Verdict> verdicts(Status status) {
    return verdicts.getOrDefault(status, List.of());
  }

  int count(Status status) {
    return verdicts(status).size();
  }

  /// The number of verdicts that could not be given, by cause; causes without any are missing.
  Map<Cause.Code, Integer> gaps() {
    return gaps;
  }

  /// The risks that rest on a finding, highest first.
  List<Risk> risksOf(Verdict verdict) {
    return risksOfFinding.getOrDefault(verdict.id(), List.of());
  }

  /// The citations that the safeguards of a rule serve.
  Set<String> citationsOf(Rule rule) {
    Set<String> citations = new LinkedHashSet<>();
    for (Support support : rule.supports()) {
      Safeguard safeguard = safeguards.get(support.safeguard());
      if (safeguard != null) {
        citations.addAll(safeguard.citations());
      }
    }
    return citations;
  }

  /// `id: statement`, or the id alone where no pack holds it.
  String described(String safeguardId) {
    Safeguard safeguard = safeguards.get(safeguardId);
    return safeguard == null ? safeguardId : safeguardId + ": " + safeguard.statement();
  }

  /// What the verdicts say about a safeguard.
  Optional<SafeguardDetermination> determination(String safeguardId) {
    return Optional.ofNullable(determinations.get(safeguardId));
  }

  List<Question> questions() {
    return assessment.packs().stream().flatMap(pack -> pack.questions().stream()).toList();
  }

  /// The ids of the safeguards of a rule, as one text.
  static String safeguardsOf(Rule rule) {
    return rule.supports().stream().map(Support::safeguard).collect(Collectors.joining(", "));
  }
}
