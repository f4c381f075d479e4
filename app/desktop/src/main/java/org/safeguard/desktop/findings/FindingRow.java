package org.safeguard.desktop.findings;

import java.util.Locale;
import org.safeguard.model.rule.Severity;
import org.safeguard.model.verdict.ObjectReference;
import org.safeguard.model.verdict.Outcome;
import org.safeguard.model.verdict.Status;
import org.safeguard.model.verdict.Verdict;

/// A verdict as the table shows it.
///
/// @param verdict the verdict
/// @param text what is wrong, or what holds, in one sentence
/// @param searched everything the text filter looks at, in lower case
record FindingRow(Verdict verdict, String text, String searched) {

  static FindingRow of(Verdict verdict) {
    String text = text(verdict);
    ObjectReference object = verdict.subject().object();
    String searched =
        String.join(
                "\n",
                verdict.rule().id(),
                verdict.rule().title(),
                text,
                object.kind(),
                object.namespace(),
                object.name(),
                verdict.subject().container())
            .toLowerCase(Locale.ROOT);
    return new FindingRow(verdict, text, searched);
  }

  Severity severity() {
    return verdict.rule().severity();
  }

  Status status() {
    return verdict.status();
  }

  String namespace() {
    return verdict.subject().object().namespace();
  }

  /// What the table sorts objects by: namespace, then name, then container.
  String place() {
    ObjectReference object = verdict.subject().object();
    return String.join(
        " ", object.namespace(), object.name(), object.kind(), verdict.subject().container());
  }

  private static String text(Verdict verdict) {
    return switch (verdict.outcome()) {
      case Outcome.Failed failed -> failed.message();
      case Outcome.Passed _, Outcome.NotApplicable _, Outcome.NotAssessed _ ->
          verdict.rule().title();
    };
  }
}
