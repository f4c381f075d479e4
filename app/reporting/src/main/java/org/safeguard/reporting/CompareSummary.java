package org.safeguard.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safeguard.comparison.AssessmentChanges;
import org.safeguard.comparison.AssessmentName;
import org.safeguard.comparison.ChangeCause;
import org.safeguard.comparison.CoverageChange;
import org.safeguard.comparison.MoveKind;
import org.safeguard.comparison.ObjectChanges;
import org.safeguard.comparison.RiskMove;
import org.safeguard.comparison.RuleChange;
import org.safeguard.comparison.SeverityChange;
import org.safeguard.comparison.SnapshotName;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.risk.Risk;
import org.safeguard.model.verdict.Status;

/// The first sheet of a comparison: what was compared, how much moved, and why.
final class CompareSummary {

  static final List<String> NAMES =
      List.of(
          "CompareSides",
          "CompareCounts",
          "CompareSeverities",
          "CompareRisks",
          "CompareRules",
          "CompareCoverage");

  enum SideColumn {
    WHAT,
    BEFORE,
    AFTER
  }

  enum CountColumn {
    PART,
    WHAT,
    MEANING,
    NUMBER
  }

  enum SeverityColumn {
    SEVERITY,
    CHANGE,
    MOVED,
    BEFORE,
    AFTER
  }

  enum RiskColumn {
    RISK,
    TITLE,
    CHANGE,
    BEFORE,
    AFTER
  }

  enum RuleColumn {
    RULE,
    TITLE,
    CHANGE
  }

  enum CoverageColumn {
    TYPE,
    WHY_BEFORE,
    WHY_AFTER,
    BEFORE,
    AFTER
  }

  private record Side(String what, String before, String after) {}

  private record Count(String part, String what, String meaning, long number) {}

  private static final String UNKNOWN = "Not stated";

  private CompareSummary() {}

  static void fill(Template template, Comparison comparison, Progress progress) {
    TableSheet sheet = new TableSheet(template, progress, NAMES.toArray(String[]::new));
    AssessmentChanges verdicts = comparison.verdicts();
    sheet.fill(SideColumn.class, 8, "", sides(comparison), CompareSummary::side);
    sheet.fill(CountColumn.class, 4, "", counts(comparison), CompareSummary::count);
    sheet.fill(
        SeverityColumn.class,
        2,
        "Nothing was judged",
        verdicts == null ? List.of() : verdicts.severities(),
        CompareSummary::severity);
    sheet.fill(
        RiskColumn.class,
        4,
        "No risk moved",
        verdicts == null ? List.of() : verdicts.risks(),
        CompareSummary::risk);
    sheet.fill(
        RuleColumn.class,
        4,
        "Every rule judges as before",
        verdicts == null ? List.of() : verdicts.rules(),
        CompareSummary::rule);
    sheet.fill(
        CoverageColumn.class,
        4,
        "Both sides know the same of each type",
        verdicts == null ? List.of() : verdicts.coverage(),
        CompareSummary::coverage);
    sheet.end();
  }

  private static void side(TableRow<SideColumn> row, Side side) {
    row.text(SideColumn.WHAT, side.what())
        .text(SideColumn.BEFORE, side.before())
        .text(SideColumn.AFTER, side.after());
  }

  private static List<Side> sides(Comparison comparison) {
    List<Side> sides = new ArrayList<>();
    sides.add(snapshots("Source", comparison, SnapshotName::source));
    sides.add(snapshots("Cluster", comparison, name -> Words.orElse(name.cluster(), UNKNOWN)));
    sides.add(snapshots("Captured", comparison, CompareSummary::captured));
    sides.add(
        snapshots(
            "Kubernetes version",
            comparison,
            name -> name.kubernetesVersion() == null ? UNKNOWN : name.kubernetesVersion()));
    sides.add(snapshots("SHA-256 of what was read", comparison, SnapshotName::id));
    AssessmentChanges verdicts = comparison.verdicts();
    if (verdicts != null) {
      sides.add(assessed("Assessed", verdicts, name -> Words.minute(name.assessedAt())));
      sides.add(assessed("Safeguard Workbench", verdicts, AssessmentName::toolVersion));
      sides.add(assessed("Rule packs", verdicts, CompareSummary::packs));
      for (Status status : Status.values()) {
        sides.add(
            assessed(
                "Verdicts: " + Words.of(status).toLowerCase(Locale.ROOT),
                verdicts,
                name -> Words.number(name.verdicts().getOrDefault(status, 0))));
      }
    }
    return sides;
  }

  private static Side snapshots(
      String what, Comparison comparison, Function<SnapshotName, String> part) {
    return new Side(what, joined(comparison.before(), part), joined(comparison.after(), part));
  }

  private static String joined(List<SnapshotName> names, Function<SnapshotName, String> part) {
    return names.stream().map(part).collect(Collectors.joining("\n"));
  }

  private static String captured(SnapshotName name) {
    return name.capturedAt() == null ? UNKNOWN : Words.minute(name.capturedAt());
  }

  private static Side assessed(
      String what, AssessmentChanges verdicts, Function<AssessmentName, String> part) {
    return new Side(what, part.apply(verdicts.before()), part.apply(verdicts.after()));
  }

  private static String packs(AssessmentName name) {
    return name.packs().stream()
        .map(pack -> pack.id() + " " + pack.version() + "\n" + CellText.cut(pack.sha256(), 16))
        .collect(Collectors.joining("\n"));
  }

  private static void count(TableRow<CountColumn> row, Count count) {
    row.text(CountColumn.PART, count.part())
        .text(CountColumn.WHAT, count.what())
        .text(CountColumn.MEANING, count.meaning())
        .number(CountColumn.NUMBER, count.number());
  }

  private static List<Count> counts(Comparison comparison) {
    List<Count> counts = new ArrayList<>();
    if (comparison.objects() != null) {
      counts.addAll(ofObjects(comparison.objects()));
    }
    if (comparison.verdicts() != null) {
      counts.addAll(ofVerdicts(comparison.verdicts()));
    }
    return counts;
  }

  private static List<Count> ofObjects(ObjectChanges objects) {
    return List.of(
        new Count("Objects", "Appeared", "Only after", objects.appeared().size()),
        new Count("Objects", "Gone", "Only before", objects.gone().size()),
        new Count("Objects", "Changed", "In both, with other content", objects.changed().size()),
        new Count("Objects", "Unchanged", "In both, with equal content", objects.unchanged()),
        new Count(
            "Types",
            "Cannot tell",
            "One side does not hold all objects of the type, see the sheet Cannot tell",
            objects.cannotTell().size()));
  }

  private static List<Count> ofVerdicts(AssessmentChanges verdicts) {
    List<Count> counts = new ArrayList<>();
    counts.add(new Count("Verdicts", "New", "Only after", moves(verdicts, MoveKind.NEW)));
    counts.add(new Count("Verdicts", "Gone", "Only before", moves(verdicts, MoveKind.GONE)));
    counts.add(
        new Count("Verdicts", "Changed", "Another answer now", moves(verdicts, MoveKind.CHANGED)));
    counts.add(new Count("Verdicts", "Unchanged", "The same answer", verdicts.unchanged()));
    Map<ChangeCause, Integer> causes = verdicts.movesByCause();
    for (ChangeCause cause : ChangeCause.values()) {
      counts.add(
          new Count(
              "Why verdicts moved",
              CompareWords.of(cause),
              meaning(cause, verdicts.objectsKnown()),
              causes.getOrDefault(cause, 0)));
    }
    counts.add(
        new Count("Risks", "Moved", "New, gone or rated otherwise", verdicts.risks().size()));
    counts.add(new Count("Risks", "Unchanged", "Rated as before", verdicts.unchangedRisks()));
    return counts;
  }

  private static String meaning(ChangeCause cause, boolean objectsKnown) {
    return switch (cause) {
      case RULE_CHANGED -> "The rule, its pack or the tool is another version";
      case COVERAGE_CHANGED -> "One side could see what the other could not";
      case SCOPE_CHANGED -> "Somebody designated the ePHI otherwise";
      case OBJECT_CHANGED ->
          objectsKnown
              ? "An object that the verdict rests on appeared, went or changed"
              : "Judged by evidence alone: the objects of one side were not at hand";
    };
  }

  private static long moves(AssessmentChanges verdicts, MoveKind kind) {
    return verdicts.moves().stream().filter(move -> move.kind() == kind).count();
  }

  private static void severity(TableRow<SeverityColumn> row, SeverityChange change) {
    row.text(SeverityColumn.SEVERITY, Words.of(change.severity()))
        .text(SeverityColumn.CHANGE, difference(change.after() - change.before()))
        .text(
            SeverityColumn.MOVED,
            Words.number(change.appeared())
                + " appeared, "
                + Words.number(change.resolved())
                + " no longer there")
        .number(SeverityColumn.BEFORE, change.before())
        .number(SeverityColumn.AFTER, change.after());
  }

  private static String difference(int difference) {
    if (difference == 0) {
      return "As many failures as before";
    }
    return Words.count(Math.abs(difference), "failure", "failures")
        + (difference > 0 ? " more" : " fewer");
  }

  private static void risk(TableRow<RiskColumn> row, RiskMove move) {
    row.text(RiskColumn.RISK, move.latest().id())
        .text(RiskColumn.TITLE, move.latest().title())
        .text(RiskColumn.CHANGE, change(move))
        .text(RiskColumn.BEFORE, level(move.before()))
        .text(RiskColumn.AFTER, level(move.after()));
  }

  private static String change(RiskMove move) {
    Risk before = move.before();
    Risk after = move.after();
    return before == null || after == null
        ? CompareWords.of(move.kind())
        : "Likelihood "
            + before.likelihood().title()
            + " to "
            + after.likelihood().title()
            + ", impact "
            + before.impact().level().title()
            + " to "
            + after.impact().level().title();
  }

  private static String level(@Nullable Risk risk) {
    return risk == null ? "" : risk.level().title();
  }

  private static void rule(TableRow<RuleColumn> row, RuleChange change) {
    row.text(RuleColumn.RULE, change.rule())
        .text(RuleColumn.TITLE, change.title())
        .text(
            RuleColumn.CHANGE,
            switch (change.kind()) {
              case NEW -> "New";
              case GONE -> "Gone";
              case CHANGED -> "Judges otherwise, or is of another severity";
            });
  }

  private static void coverage(TableRow<CoverageColumn> row, CoverageChange change) {
    row.text(CoverageColumn.TYPE, change.type().toString())
        .text(CoverageColumn.WHY_BEFORE, change.before().cause())
        .text(CoverageColumn.WHY_AFTER, change.after().cause())
        .text(CoverageColumn.BEFORE, Words.of(change.before().state()))
        .text(CoverageColumn.AFTER, Words.of(change.after().state()));
  }
}
