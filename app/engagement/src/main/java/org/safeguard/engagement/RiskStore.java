package org.safeguard.engagement;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safeguard.model.risk.EphiTier;
import org.safeguard.model.risk.Level;
import org.safeguard.model.risk.Rating;
import org.safeguard.model.risk.Risk;

/// The risks of a run and the findings they rest on.
final class RiskStore {

  private final Database database;

  RiskStore(Database database) {
    this.database = database;
  }

  void save(long run, List<Risk> risks) throws SQLException {
    try (Batch rows = database.batch("risks/insert");
        Batch findings = database.batch("risks/insert_finding")) {
      for (int i = 0; i < risks.size(); i++) {
        add(rows, run, i, risks.get(i));
      }
      rows.flush();
      for (int i = 0; i < risks.size(); i++) {
        List<String> verdicts = risks.get(i).findings();
        for (int j = 0; j < verdicts.size(); j++) {
          findings.add(run, i, j, verdicts.get(j));
        }
      }
      findings.flush();
    }
  }

  private static void add(Batch rows, long run, int position, Risk risk) throws SQLException {
    rows.add(
        run,
        position,
        risk.id(),
        risk.title(),
        risk.safeguard(),
        risk.tier().name(),
        RecordJson.of(risk.assets()),
        risk.threatSource(),
        risk.threatEvent(),
        risk.vulnerability(),
        risk.existingControls(),
        risk.initiation().level().name(),
        risk.initiation().reason(),
        risk.adverseImpact().level().name(),
        risk.adverseImpact().reason(),
        risk.likelihood().name(),
        risk.impact().level().name(),
        risk.impact().reason(),
        risk.level().name(),
        risk.recommendation(),
        RecordJson.of(risk.citations()));
  }

  List<Risk> ofRun(long run) throws SQLException {
    Map<Long, List<String>> findings = new HashMap<>();
    database.list(
        "risks/findings",
        row ->
            findings
                .computeIfAbsent(row.number("risk"), _ -> new ArrayList<>())
                .add(row.text("verdict")),
        run);
    return database.list(
        "risks/of_run",
        row -> risk(row, findings.getOrDefault(row.number("position"), List.of())),
        run);
  }

  private static Risk risk(Row row, List<String> findings) throws SQLException {
    return new Risk(
        row.text("risk_id"),
        row.text("title"),
        row.text("safeguard"),
        row.oneOf(EphiTier.class, "tier"),
        RecordJson.texts(row.text("assets")),
        row.text("threat_source"),
        row.text("threat_event"),
        row.text("vulnerability"),
        row.text("existing_controls"),
        rating(row, "initiation"),
        rating(row, "adverse_impact"),
        row.oneOf(Level.class, "likelihood"),
        rating(row, "impact"),
        row.oneOf(Level.class, "level"),
        row.text("recommendation"),
        RecordJson.texts(row.text("citations")),
        findings);
  }

  private static Rating rating(Row row, String column) throws SQLException {
    return new Rating(row.oneOf(Level.class, column), row.text(column + "_reason"));
  }
}
