package org.safeguard.engagement;

import java.sql.SQLException;
import java.util.List;
import org.safeguard.model.risk.CitationState;
import org.safeguard.model.risk.EvidenceState;
import org.safeguard.model.risk.SafeguardDetermination;

/// What the verdicts of a run say about safeguards and citations.
final class JudgementStore {

  private final Database database;

  JudgementStore(Database database) {
    this.database = database;
  }

  void saveSafeguards(long run, List<SafeguardDetermination> safeguards, Catalogue catalogue)
      throws SQLException {
    try (Batch rows = database.batch("judgements/insert_safeguard")) {
      for (int i = 0; i < safeguards.size(); i++) {
        SafeguardDetermination of = safeguards.get(i);
        rows.add(
            run,
            i,
            catalogue.save(of.safeguard()),
            of.state().name(),
            of.reason(),
            of.passed(),
            of.failed(),
            of.notAssessed());
      }
      rows.flush();
    }
  }

  void saveCitations(long run, List<CitationState> citations, Catalogue catalogue)
      throws SQLException {
    try (Batch rows = database.batch("judgements/insert_citation")) {
      for (int i = 0; i < citations.size(); i++) {
        CitationState of = citations.get(i);
        rows.add(
            run,
            i,
            catalogue.save(of.citation()),
            of.state().name(),
            of.reason(),
            RecordJson.of(of.supporting()),
            RecordJson.of(of.contradicting()),
            RecordJson.of(of.openQuestions()));
      }
      rows.flush();
    }
  }

  List<SafeguardDetermination> safeguards(long run, Catalogue catalogue) throws SQLException {
    return database.list(
        "judgements/safeguards",
        row ->
            new SafeguardDetermination(
                catalogue.safeguard(row.number("safeguard")),
                row.oneOf(EvidenceState.class, "state"),
                row.text("reason"),
                row.count("passed"),
                row.count("failed"),
                row.count("not_assessed")),
        run);
  }

  List<CitationState> citations(long run, Catalogue catalogue) throws SQLException {
    return database.list(
        "judgements/citations",
        row ->
            new CitationState(
                catalogue.citation(row.number("citation")),
                row.oneOf(EvidenceState.class, "state"),
                row.text("reason"),
                RecordJson.texts(row.text("supporting")),
                RecordJson.texts(row.text("contradicting")),
                RecordJson.texts(row.text("open_questions"))),
        run);
  }
}
