package org.safeguard.reporting;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.risk.Risk;
import org.safeguard.model.verdict.Evidence;
import org.safeguard.model.verdict.Outcome;
import org.safeguard.model.verdict.ProposedValue;
import org.safeguard.model.verdict.Verdict;

/// Every verdict as a line of CSV (RFC 4180, UTF-8 without a byte order mark, CRLF).
///
/// A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, tab or carriage return for a
/// formula; such a cell gets an apostrophe in front.
public final class ResultCsv {

  private static final List<String> HEADING =
      List.of(
          "id",
          "rule",
          "title",
          "status",
          "cause",
          "severity",
          "apiVersion",
          "kind",
          "namespace",
          "name",
          "container",
          "ephi",
          "message",
          "evidence",
          "observed",
          "fix",
          "safeguards",
          "citations",
          "risks");

  private ResultCsv() {}

  /// Writes one line for each verdict, in the order of the assessment. The stream stays open.
  ///
  /// @throws IOException when the stream refuses
  public static void write(Assessment assessment, OutputStream out) throws IOException {
    Report report = new Report(assessment);
    Writer writer = utf8(out);
    line(writer, HEADING);
    for (Verdict verdict : assessment.verdicts()) {
      line(writer, cells(verdict, report));
    }
    writer.flush();
  }

  /// A writer that puts `?` for half a surrogate pair instead of refusing the whole text.
  static Writer utf8(OutputStream out) {
    return new BufferedWriter(
        new OutputStreamWriter(
            out, StandardCharsets.UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE)),
        1 << 15);
  }

  private static List<String> cells(Verdict verdict, Report report) {
    var object = verdict.subject().object();
    return List.of(
        verdict.id(),
        verdict.rule().id(),
        verdict.rule().title(),
        verdict.status().name(),
        verdict.outcome() instanceof Outcome.NotAssessed(Cause cause) ? cause.code().name() : "",
        verdict.rule().severity().name(),
        object.apiVersion(),
        object.kind(),
        object.namespace(),
        object.name(),
        verdict.subject().container(),
        verdict.subject().ephi(),
        message(verdict.outcome()),
        join(verdict.evidence().stream().map(EvidenceText::place).toList()),
        join(verdict.evidence().stream().map(Evidence::observed).toList()),
        fix(verdict.outcome()),
        Report.safeguardsOf(verdict.rule()),
        String.join(", ", report.citationsOf(verdict.rule())),
        report.risksOf(verdict).stream().map(Risk::id).collect(Collectors.joining(", ")));
  }

  /// What an outcome says in words: the failure, the cause, or why the rule does not apply.
  static String message(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Passed _ -> "";
      case Outcome.Failed failed -> failed.message();
      case Outcome.NotApplicable notApplicable -> notApplicable.reason();
      case Outcome.NotAssessed notAssessed -> notAssessed.cause().detail();
    };
  }

  private static String fix(Outcome outcome) {
    return outcome instanceof Outcome.Failed(String _, List<ProposedValue> fix)
        ? EvidenceText.proposed(fix)
        : "";
  }

  private static String join(List<String> lines) {
    return String.join("\n", lines);
  }

  private static void line(Writer writer, List<String> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        writer.write(',');
      }
      writer.write(quoted(guarded(cells.get(i))));
    }
    writer.write("\r\n");
  }

  static String guarded(String cell) {
    return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
  }
}
