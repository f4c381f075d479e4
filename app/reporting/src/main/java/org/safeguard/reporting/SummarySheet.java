package org.safeguard.reporting;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.risk.EvidenceState;
import org.safeguard.model.risk.Level;
import org.safeguard.model.risk.Risk;
import org.safeguard.model.verdict.Status;

/// One page for management. The formulas stand in the template and count the register, so they
/// follow what people decide; here they get the value they have now.
final class SummarySheet implements ReportSheet {

  /// Columns of the ten worst risks, by their place in the range of that name.
  enum Worst {
    RANK,
    ID,
    TITLE,
    LEVEL,
    TIER,
    FINDINGS,
    OWNER,
    DUE
  }

  private static final int HIGH_AND_VERY_HIGH = Level.HIGH.ordinal();

  @Override
  public List<String> names() {
    return List.of(
        "HighRisks",
        "HeatMap",
        "RisksByLevel",
        "VerdictsByStatus",
        "SafeguardsByState",
        "TenWorst",
        "Gaps");
  }

  @Override
  public void fill(Template template, Report report, Progress progress) {
    List<Risk> risks = report.assessment().risks();
    Cells high = new Cells(template, "HighRisks");
    high.number(
        0, 0, risks.stream().filter(r -> r.level().ordinal() >= HIGH_AND_VERY_HIGH).count());
    heatMap(new Cells(template, "HeatMap"), risks);
    byLevel(new Cells(template, "RisksByLevel"), risks);
    byStatus(new Cells(template, "VerdictsByStatus"), report);
    byState(new Cells(template, "SafeguardsByState"), report);
    worst(new Cells(template, "TenWorst"), new Links(template, RegisterSheet.TABLE), risks);
    gaps(new Cells(template, "Gaps"), report.gaps());
  }

  /// Counts in every other row, from Very High to Very Low likelihood; the word of the level stands
  /// below each. Columns from Very Low to Very High impact.
  private static void heatMap(Cells cells, List<Risk> risks) {
    int most = Level.values().length - 1;
    for (Level likelihood : Level.values()) {
      for (Level impact : Level.values()) {
        long count =
            risks.stream()
                .filter(r -> r.likelihood() == likelihood && r.impact().level() == impact)
                .count();
        cells.number(2 * (most - likelihood.ordinal()), impact.ordinal(), count);
      }
    }
  }

  /// Rows from Very High to Very Low, columns now and after treatment.
  private static void byLevel(Cells cells, List<Risk> risks) {
    for (Level level : Level.values()) {
      long count = risks.stream().filter(risk -> risk.level() == level).count();
      int row = Level.values().length - 1 - level.ordinal();
      cells.number(row, 0, count);
      cells.number(row, 1, count);
    }
  }

  private static void byStatus(Cells cells, Report report) {
    List<Status> order =
        List.of(Status.FAILED, Status.NOT_ASSESSED, Status.PASSED, Status.NOT_APPLICABLE);
    for (int i = 0; i < order.size(); i++) {
      cells.number(i, 0, report.count(order.get(i)));
    }
  }

  private static void byState(Cells cells, Report report) {
    List<EvidenceState> order =
        List.of(
            EvidenceState.CONTRADICTED,
            EvidenceState.NOT_ASSESSED,
            EvidenceState.ATTESTATION_NEEDED,
            EvidenceState.SUPPORTED);
    for (int i = 0; i < order.size(); i++) {
      EvidenceState state = order.get(i);
      cells.number(
          i, 0, report.assessment().safeguards().stream().filter(s -> s.state() == state).count());
    }
  }

  private static void worst(Cells cells, Links register, List<Risk> risks) {
    for (int i = 0; i < cells.rows(); i++) {
      if (i >= risks.size()) {
        for (Worst column : List.of(Worst.LEVEL, Worst.OWNER, Worst.DUE)) {
          cells.text(i, column.ordinal(), "");
        }
        cells.hide(i);
        continue;
      }
      Risk risk = risks.get(i);
      cells.formula(i, Worst.ID.ordinal(), register.toRow(risk.id(), risk.id()), risk.id());
      cells.text(i, Worst.TITLE.ordinal(), risk.title());
      cells.text(i, Worst.LEVEL.ordinal(), risk.level().title());
      cells.text(i, Worst.TIER.ordinal(), risk.tier().title());
      cells.number(i, Worst.FINDINGS.ordinal(), risk.findings().size());
      cells.text(i, Worst.OWNER.ordinal(), "");
      cells.text(i, Worst.DUE.ordinal(), "");
    }
  }

  private static void gaps(Cells cells, Map<Cause.Code, Integer> gaps) {
    List<Map.Entry<Cause.Code, Integer>> most =
        gaps.entrySet().stream()
            .sorted(Map.Entry.<Cause.Code, Integer>comparingByValue(Comparator.reverseOrder()))
            .toList();
    for (int i = 0; i < cells.rows(); i++) {
      if (i < most.size()) {
        cells.text(i, 0, Words.of(most.get(i).getKey()));
        cells.number(i, 1, most.get(i).getValue());
        cells.text(i, 2, Words.remedy(most.get(i).getKey()));
      } else if (i == 0) {
        cells.text(0, 0, "None");
        cells.number(0, 1, 0);
        cells.text(0, 2, "Every check that applies could be made.");
      } else {
        cells.hide(i);
      }
    }
  }
}
