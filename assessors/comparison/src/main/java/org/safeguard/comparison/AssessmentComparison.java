package org.safeguard.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.risk.Risk;
import org.safeguard.model.rule.Severity;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.verdict.Status;
import org.safeguard.model.verdict.Verdict;

/// Compares the verdicts and risks of two assessments, and says of each move why.
public final class AssessmentComparison {

  private final Assessment before;
  private final Assessment after;
  private final @Nullable ObjectChanges objects;
  private final Rules rules;
  private final List<CoverageChange> coverage;
  private final boolean scopeChanged;

  private AssessmentComparison(
      Assessment before, Assessment after, @Nullable ObjectChanges objects) {
    this.before = before;
    this.after = after;
    this.objects = objects;
    this.rules = new Rules(before, after);
    this.coverage = coverage(Union.of(before.snapshots()), Union.of(after.snapshots()));
    this.scopeChanged = !before.scope().designations().equals(after.scope().designations());
  }

  /// What moved from `before` to `after`. Where both have their objects at hand, these are compared
  /// too, to say which moves come from them.
  public static AssessmentChanges of(Assessment before, Assessment after) {
    return of(before, after, objects(before, after));
  }

  /// What changed between the objects of two assessments; null when those of one side are not at
  /// hand.
  public static @Nullable ObjectChanges objects(Assessment before, Assessment after) {
    return hasObjects(before) && hasObjects(after)
        ? SnapshotComparison.of(before.snapshots(), after.snapshots())
        : null;
  }

  /// What moved from `before` to `after`, whose objects were compared already.
  ///
  /// @param objects null when the objects of one side are not at hand
  public static AssessmentChanges of(
      Assessment before, Assessment after, @Nullable ObjectChanges objects) {
    return new AssessmentComparison(before, after, objects).changes();
  }

  private static boolean hasObjects(Assessment assessment) {
    return assessment.snapshots().stream().anyMatch(one -> !one.resources().isEmpty());
  }

  private AssessmentChanges changes() {
    List<VerdictPairs.Pair> pairs =
        VerdictPairs.of(before.verdicts(), after.verdicts(), new GivenNames(resources()));
    Causes causes = causes();
    List<VerdictMove> moves = new ArrayList<>();
    for (VerdictPairs.Pair pair : pairs) {
      MoveKind kind = kind(pair);
      if (kind != null) {
        moves.add(
            new VerdictMove(
                kind, pair.before(), pair.after(), causes.of(pair.before(), pair.after())));
      }
    }
    moves.sort(MoveOrder.ORDER);
    List<RiskMove> risks = risks();
    return new AssessmentChanges(
        AssessmentName.of(before),
        AssessmentName.of(after),
        moves,
        pairs.size() - moves.size(),
        severities(moves),
        risks,
        all(risksById(before), risksById(after)).size() - risks.size(),
        rules.changes(),
        coverage,
        scopeChanged,
        objects != null);
  }

  private Causes causes() {
    boolean otherVersion =
        !before.toolVersion().equals(after.toolVersion())
            || !AssessmentName.of(before).packs().equals(AssessmentName.of(after).packs());
    return new Causes(
        rules,
        otherVersion,
        scopeChanged,
        Union.of(before.snapshots()),
        Union.of(after.snapshots()),
        !coverage.isEmpty(),
        objects);
  }

  private List<Resource> resources() {
    return Stream.of(before, after)
        .flatMap(assessment -> assessment.snapshots().stream())
        .map(Snapshot::resources)
        .flatMap(List::stream)
        .toList();
  }

  private static @Nullable MoveKind kind(VerdictPairs.Pair pair) {
    Verdict was = pair.before();
    Verdict is = pair.after();
    if (was == null) {
      return MoveKind.NEW;
    }
    if (is == null) {
      return MoveKind.GONE;
    }
    boolean moved =
        was.status() != is.status()
            || was.status() == Status.FAILED && was.rule().severity() != is.rule().severity();
    return moved ? MoveKind.CHANGED : null;
  }

  private static List<CoverageChange> coverage(Union before, Union after) {
    SortedSet<ResourceType> types = new TreeSet<>(before.coverage().keySet());
    types.addAll(after.coverage().keySet());
    return types.stream()
        .map(type -> new CoverageChange(before.coverageOf(type), after.coverageOf(type)))
        .filter(change -> change.before().state() != change.after().state())
        .toList();
  }

  private List<SeverityChange> severities(List<VerdictMove> moves) {
    List<SeverityChange> changes = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      changes.add(
          new SeverityChange(
              severity,
              failures(before.verdicts(), severity),
              failures(after.verdicts(), severity),
              (int) moves.stream().filter(m -> becomes(m.before(), m.after(), severity)).count(),
              (int) moves.stream().filter(m -> becomes(m.after(), m.before(), severity)).count()));
    }
    return changes;
  }

  private static int failures(List<Verdict> verdicts, Severity severity) {
    return (int) verdicts.stream().filter(verdict -> isFailure(verdict, severity)).count();
  }

  private static boolean becomes(@Nullable Verdict from, @Nullable Verdict to, Severity severity) {
    return isFailure(to, severity) && !isFailure(from, severity);
  }

  private static boolean isFailure(@Nullable Verdict verdict, Severity severity) {
    return verdict != null
        && verdict.status() == Status.FAILED
        && verdict.rule().severity() == severity;
  }

  private List<RiskMove> risks() {
    Map<String, Risk> befores = risksById(before);
    Map<String, Risk> afters = risksById(after);
    List<RiskMove> moves = new ArrayList<>();
    for (String id : new TreeSet<>(all(befores, afters))) {
      Risk was = befores.get(id);
      Risk is = afters.get(id);
      if (was == null) {
        moves.add(new RiskMove(MoveKind.NEW, null, is));
      } else if (is == null) {
        moves.add(new RiskMove(MoveKind.GONE, was, null));
      } else if (isRatedOtherwise(was, is)) {
        moves.add(new RiskMove(MoveKind.CHANGED, was, is));
      }
    }
    return moves;
  }

  private static Map<String, Risk> risksById(Assessment assessment) {
    Map<String, Risk> byId = new HashMap<>();
    assessment.risks().forEach(risk -> byId.putIfAbsent(risk.id(), risk));
    return byId;
  }

  private static Set<String> all(Map<String, Risk> befores, Map<String, Risk> afters) {
    Set<String> ids = new HashSet<>(befores.keySet());
    ids.addAll(afters.keySet());
    return ids;
  }

  private static boolean isRatedOtherwise(Risk was, Risk is) {
    return was.level() != is.level()
        || was.likelihood() != is.likelihood()
        || was.impact().level() != is.impact().level();
  }
}
