package org.safeguard.desktop.overview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.risk.EvidenceState;
import org.safeguard.model.risk.Level;
import org.safeguard.model.risk.Risk;
import org.safeguard.model.risk.SafeguardDetermination;
import org.safeguard.model.rule.Severity;
import org.safeguard.model.snapshot.Skipped;
import org.safeguard.model.snapshot.TypeCoverage;
import org.safeguard.model.verdict.Outcome;
import org.safeguard.model.verdict.Status;
import org.safeguard.model.verdict.Verdict;

/// The figures of an assessment, counted once.
///
/// @param assessment what they are counted from
/// @param verdicts by status; every status is there
/// @param failures failed verdicts by severity; every severity is there
/// @param risks by level, worst first; every level is there
/// @param worst the ten worst risks
/// @param safeguards by state; every state is there
/// @param citations by state; every state is there
/// @param gaps what was not assessed, most verdicts first
/// @param coverage of every snapshot, gaps first
/// @param skipped parts of the sources that were left out, by kind; kinds without any are missing
record Overview(
    Assessment assessment,
    Map<Status, Integer> verdicts,
    Map<Severity, Integer> failures,
    Map<Level, Integer> risks,
    List<TopRisk> worst,
    Map<EvidenceState, Integer> safeguards,
    Map<EvidenceState, Integer> citations,
    List<Gap> gaps,
    List<TypeCoverage> coverage,
    Map<Skipped.Kind, List<Skipped>> skipped) {

  private static final int WORST = 10;

  static Overview of(Assessment assessment) {
    return new Overview(
        assessment,
        counted(Status.class, assessment.verdicts().stream().map(Verdict::status)),
        counted(Severity.class, failed(assessment).map(verdict -> verdict.rule().severity())),
        levels(assessment.risks()),
        worst(assessment),
        counted(
            EvidenceState.class,
            assessment.safeguards().stream().map(SafeguardDetermination::state)),
        counted(EvidenceState.class, assessment.citations().stream().map(state -> state.state())),
        gaps(assessment.verdicts()),
        coverage(assessment),
        skipped(assessment));
  }

  int of(Status status) {
    return verdicts.getOrDefault(status, 0);
  }

  /// How many objects were read.
  int objects() {
    return coverage.stream().mapToInt(TypeCoverage::count).sum();
  }

  private static Stream<Verdict> failed(Assessment assessment) {
    return assessment.verdicts().stream().filter(verdict -> verdict.status() == Status.FAILED);
  }

  private static <E extends Enum<E>> Map<E, Integer> counted(Class<E> type, Stream<E> values) {
    Map<E, Integer> counts = new EnumMap<>(type);
    for (E value : type.getEnumConstants()) {
      counts.put(value, 0);
    }
    values.forEach(value -> counts.merge(value, 1, Integer::sum));
    return counts;
  }

  private static Map<Level, Integer> levels(List<Risk> risks) {
    Map<Level, Integer> counts = new TreeMap<>(Comparator.<Level>reverseOrder());
    counts.putAll(counted(Level.class, risks.stream().map(Risk::level)));
    return counts;
  }

  private static List<TopRisk> worst(Assessment assessment) {
    Map<String, Integer> open =
        assessment.safeguards().stream()
            .collect(
                Collectors.toMap(
                    state -> state.safeguard().id(),
                    SafeguardDetermination::notAssessed,
                    Integer::sum));
    List<Risk> risks = assessment.risks();
    return IntStream.range(0, Math.min(WORST, risks.size()))
        .mapToObj(
            i -> new TopRisk(i + 1, risks.get(i), open.getOrDefault(risks.get(i).safeguard(), 0)))
        .toList();
  }

  private static List<Gap> gaps(List<Verdict> verdicts) {
    Map<Cause.Code, Map<String, Integer>> counts = new EnumMap<>(Cause.Code.class);
    for (Verdict verdict : verdicts) {
      if (verdict.outcome() instanceof Outcome.NotAssessed(Cause cause)) {
        counts
            .computeIfAbsent(cause.code(), _ -> new TreeMap<>())
            .merge(cause.detail(), 1, Integer::sum);
      }
    }
    List<Gap> gaps = new ArrayList<>();
    counts.forEach((code, details) -> gaps.add(gap(code, details)));
    gaps.sort(Comparator.comparingInt(Gap::verdicts).reversed());
    return gaps;
  }

  private static Gap gap(Cause.Code code, Map<String, Integer> counts) {
    List<Gap.Detail> details =
        counts.entrySet().stream()
            .map(entry -> new Gap.Detail(entry.getKey(), entry.getValue()))
            .sorted(Comparator.comparingInt(Gap.Detail::verdicts).reversed())
            .toList();
    return new Gap(code, details.stream().mapToInt(Gap.Detail::verdicts).sum(), details);
  }

  private static List<TypeCoverage> coverage(Assessment assessment) {
    return assessment.snapshots().stream()
        .flatMap(snapshot -> snapshot.coverage().stream())
        .sorted(
            Comparator.comparing(TypeCoverage::state)
                .reversed()
                .thenComparing(Comparator.comparingInt(TypeCoverage::count).reversed()))
        .toList();
  }

  private static Map<Skipped.Kind, List<Skipped>> skipped(Assessment assessment) {
    return assessment.snapshots().stream()
        .flatMap(snapshot -> snapshot.skipped().stream())
        .collect(
            Collectors.groupingBy(
                Skipped::kind,
                () -> new EnumMap<>(Skipped.Kind.class),
                Collectors.mapping(Function.identity(), Collectors.toList())));
  }
}
