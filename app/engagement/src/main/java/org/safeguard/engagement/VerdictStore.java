package org.safeguard.engagement;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.verdict.AssessedSubject;
import org.safeguard.model.verdict.ObjectReference;
import org.safeguard.model.verdict.Outcome;
import org.safeguard.model.verdict.ProposedValue;
import org.safeguard.model.verdict.Status;
import org.safeguard.model.verdict.Verdict;

/// Verdicts, a row each, with their evidence in compressed chunks.
final class VerdictStore {

  private static final int CHUNK = 512;

  private record Chunk(int position, Deflated bytes) {}

  private final Database database;

  VerdictStore(Database database) {
    this.database = database;
  }

  void save(
      long run,
      List<Verdict> verdicts,
      References references,
      Catalogue catalogue,
      ExecutorService threads,
      Progress progress)
      throws SQLException {
    try (Batch rows = database.batch("verdicts/insert");
        Batch chunks = database.batch("verdicts/insert_evidence")) {
      InOrder<Chunk> evidence =
          new InOrder<>(
              threads,
              chunk -> {
                Deflated bytes = chunk.bytes();
                chunks.add(run, chunk.position(), bytes.length(), bytes.body());
              });
      for (int from = 0; from < verdicts.size(); from += CHUNK) {
        progress.checkCancelled();
        progress.report("Saving verdicts", (double) from / verdicts.size());
        int position = from;
        List<Verdict> some = verdicts.subList(from, Math.min(verdicts.size(), from + CHUNK));
        evidence.submit(() -> new Chunk(position, EvidenceJson.of(some, references)));
        for (int i = 0; i < some.size(); i++) {
          add(rows, run, from + i, some.get(i), references, catalogue);
        }
      }
      evidence.finish();
      rows.flush();
      chunks.flush();
    }
  }

  private static void add(
      Batch rows,
      long run,
      int position,
      Verdict verdict,
      References references,
      Catalogue catalogue)
      throws SQLException {
    AssessedSubject subject = verdict.subject();
    rows.add(
        run,
        position,
        verdict.id(),
        catalogue.save(verdict.rule()),
        verdict.rule().severity().name(),
        verdict.status().name(),
        references.number(subject.object()),
        subject.container(),
        subject.ephi(),
        cause(verdict.outcome()),
        message(verdict.outcome()));
  }

  private static @Nullable String cause(Outcome outcome) {
    return outcome instanceof Outcome.NotAssessed(Cause cause) ? cause.code().name() : null;
  }

  private static @Nullable String message(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Passed _ -> null;
      case Outcome.Failed failed -> failed.message();
      case Outcome.NotApplicable notApplicable -> notApplicable.reason();
      case Outcome.NotAssessed notAssessed -> notAssessed.cause().detail();
    };
  }

  List<Verdict> ofRun(long run, List<ObjectReference> references, Catalogue catalogue)
      throws SQLException {
    List<EvidenceJson.Detail> details = details(run, references);
    Map<AssessedSubject, AssessedSubject> subjects = new HashMap<>();
    List<Verdict> verdicts = new ArrayList<>(details.size());
    database.list(
        "verdicts/of_run",
        row -> {
          if (verdicts.size() == details.size()) {
            throw new DamagedException("a verdict without evidence");
          }
          EvidenceJson.Detail detail = details.get(verdicts.size());
          AssessedSubject subject = subject(row, references);
          AssessedSubject known = subjects.putIfAbsent(subject, subject);
          return verdicts.add(
              new Verdict(
                  row.text("verdict_id"),
                  catalogue.rule(row.number("rule")),
                  known == null ? subject : known,
                  outcome(row, detail.fix()),
                  detail.evidence()));
        },
        run);
    return verdicts;
  }

  private List<EvidenceJson.Detail> details(long run, List<ObjectReference> references)
      throws SQLException {
    List<Deflated> chunks =
        database.list(
            "verdicts/evidence", row -> new Deflated(row.count("length"), row.bytes("body")), run);
    return chunks.parallelStream()
        .flatMap(chunk -> EvidenceJson.read(chunk, references).stream())
        .toList();
  }

  private static AssessedSubject subject(Row row, List<ObjectReference> references)
      throws SQLException {
    ObjectReference object = References.at(references, row.number("subject"));
    return new AssessedSubject(object, row.text("container"), row.text("ephi"));
  }

  private static Outcome outcome(Row row, List<ProposedValue> fix) throws SQLException {
    return switch (row.oneOf(Status.class, "status")) {
      case PASSED -> new Outcome.Passed();
      case FAILED -> new Outcome.Failed(row.text("message"), fix);
      case NOT_APPLICABLE -> new Outcome.NotApplicable(row.text("message"));
      case NOT_ASSESSED ->
          new Outcome.NotAssessed(
              new Cause(row.oneOf(Cause.Code.class, "cause"), row.text("message")));
    };
  }
}
