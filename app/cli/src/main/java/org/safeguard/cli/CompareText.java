package org.safeguard.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safeguard.comparison.AssessmentChanges;
import org.safeguard.comparison.AssessmentName;
import org.safeguard.comparison.CannotTell;
import org.safeguard.comparison.ChangeCause;
import org.safeguard.comparison.ChangedObject;
import org.safeguard.comparison.ObjectChanges;
import org.safeguard.comparison.SnapshotName;
import org.safeguard.comparison.VerdictMove;
import org.safeguard.model.snapshot.ResourceKey;
import org.safeguard.model.verdict.Status;
import org.safeguard.workbench.Compared;

/// What a person reads after a comparison.
final class CompareText {

  private static final int SHOWN = 10;

  private final Terminal terminal;
  private final PrintWriter to;

  CompareText(Terminal terminal, PrintWriter to) {
    this.terminal = terminal;
    this.to = to;
  }

  void print(Compared compared, @Nullable Path workbook, @Nullable Path json) {
    terminal.clearProgress();
    AssessmentChanges changes = compared.changes();
    line("Before  " + name(changes.before()));
    line("Now     " + name(changes.after()));
    if (compared.objects() == null) {
      line("Objects were not compared: a result file holds none");
    } else {
      objects(compared.objects());
    }
    verdicts(changes);
    written("Workbook", workbook);
    written("JSON", json);
    to.flush();
  }

  private static String name(AssessmentName name) {
    return name.snapshots().stream().map(CompareText::name).collect(Collectors.joining(", "));
  }

  private static String name(SnapshotName name) {
    return name.source()
        + (name.cluster().isEmpty() ? "" : ", cluster " + name.cluster())
        + (name.capturedAt() == null ? "" : ", captured " + name.capturedAt());
  }

  private void objects(ObjectChanges objects) {
    to.printf(
        "Objects: %,d appeared, %,d gone, %,d changed, %,d unchanged%n",
        objects.appeared().size(),
        objects.gone().size(),
        objects.changed().size(),
        objects.unchanged());
    list("+", objects.appeared().stream().map(CompareText::words).toList());
    list("-", objects.gone().stream().map(CompareText::words).toList());
    list("~", objects.changed().stream().map(CompareText::words).toList());
    List<CannotTell> unknown = objects.cannotTell();
    if (!unknown.isEmpty()) {
      line(
          "Cannot tell, because one side does not hold all of them: "
              + unknown.stream()
                  .map(one -> one.type().toString())
                  .limit(SHOWN)
                  .collect(Collectors.joining(", "))
              + more(unknown));
    }
  }

  private static String words(ResourceKey key) {
    return key.kind() + " " + (key.namespace().isEmpty() ? "" : key.namespace() + "/") + key.name();
  }

  private static String words(ChangedObject changed) {
    String first =
        changed.pointers().isEmpty() ? "" : "  " + changed.pointers().getFirst().toString();
    int others = changed.differences() - 1;
    return words(changed.key()) + first + (others > 0 ? " and " + others + " more" : "");
  }

  private void verdicts(AssessmentChanges changes) {
    to.printf(
        "Verdicts: %,d moved, %,d unchanged%s%n",
        changes.moves().size(), changes.unchanged(), causes(changes.movesByCause()));
    moves(
        "New findings",
        changes,
        move -> move.to() == Status.FAILED && move.from() != Status.FAILED);
    moves("Resolved", changes, move -> move.from() == Status.FAILED && isSettled(move.to()));
    moves(
        "Findings nobody can see any more",
        changes,
        move -> move.from() == Status.FAILED && move.to() == Status.NOT_ASSESSED);
    changes
        .risks()
        .forEach(
            risk ->
                line(
                    "Risk %s: %s → %s"
                        .formatted(
                            risk.latest().title(),
                            risk.from() == null ? "none" : risk.from().title(),
                            risk.to() == null ? "none" : risk.to().title())));
  }

  private static boolean isSettled(@Nullable Status status) {
    return status != Status.FAILED && status != Status.NOT_ASSESSED;
  }

  private void moves(String title, AssessmentChanges changes, Predicate<VerdictMove> which) {
    List<VerdictMove> moves = changes.moves().stream().filter(which).toList();
    if (moves.isEmpty()) {
      return;
    }
    line("%s: %,d".formatted(title, moves.size()));
    list("", moves.stream().map(CompareText::words).toList());
  }

  private static String words(VerdictMove move) {
    return "%-8s  %s  %s%s  (%s)"
        .formatted(
            Words.of(move.rule().severity()),
            move.rule().id(),
            move.subject().object(),
            move.subject().container().isEmpty() ? "" : " [" + move.subject().container() + "]",
            words(move.cause()));
  }

  private static String causes(Map<ChangeCause, Integer> causes) {
    return causes.entrySet().stream()
        .filter(entry -> entry.getValue() > 0)
        .map(entry -> "%,d because %s".formatted(entry.getValue(), words(entry.getKey())))
        .collect(Collectors.collectingAndThen(Collectors.joining(", "), CompareText::bracketed));
  }

  private static String bracketed(String text) {
    return text.isEmpty() ? "" : " (" + text + ")";
  }

  private static String words(ChangeCause cause) {
    return switch (cause) {
      case RULE_CHANGED -> "the rules changed";
      case COVERAGE_CHANGED -> "one side saw more";
      case SCOPE_CHANGED -> "the scope changed";
      case OBJECT_CHANGED -> "the cluster changed";
    };
  }

  private void list(String sign, List<String> lines) {
    lines.stream().limit(SHOWN).forEach(text -> line("  " + (sign + " " + text).strip()));
    if (lines.size() > SHOWN) {
      to.printf("  and %,d more%n", lines.size() - SHOWN);
    }
  }

  private static String more(Collection<?> all) {
    return all.size() > SHOWN ? " and " + (all.size() - SHOWN) + " more" : "";
  }

  private void written(String what, @Nullable Path file) {
    if (file != null) {
      line(what + ": " + file);
    }
  }

  /// What a source says must not steer the terminal.
  private void line(String text) {
    to.println(Words.printable(text));
  }
}
