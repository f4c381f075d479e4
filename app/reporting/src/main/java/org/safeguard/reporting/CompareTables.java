package org.safeguard.reporting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safeguard.comparison.CannotTell;
import org.safeguard.comparison.ChangedObject;
import org.safeguard.comparison.VerdictMove;
import org.safeguard.model.snapshot.ResourceKey;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.tree.JsonPointer;
import org.safeguard.model.verdict.ObjectReference;
import org.safeguard.model.verdict.Verdict;

/// The sheets of a comparison that are one table each.
final class CompareTables {

  static final String MOVES = "CompareMoves";
  static final String OBJECTS = "CompareObjects";
  static final String UNKNOWN = "CompareCannotTell";

  private static final int MOST_NAMES = 10;

  enum Move {
    SEVERITY,
    CHANGE,
    RULE,
    TITLE,
    KIND,
    NAMESPACE,
    NAME,
    CONTAINER,
    BEFORE,
    AFTER,
    CAUSES,
    SAID_BEFORE,
    SAID_AFTER,
    OBSERVED_BEFORE,
    OBSERVED_AFTER
  }

  enum Changed {
    CHANGE,
    TYPE,
    NAMESPACE,
    NAME,
    DIFFERENCES,
    PLACES
  }

  enum Unknown {
    TYPE,
    BEFORE,
    WHY_BEFORE,
    AFTER,
    WHY_AFTER,
    ONLY_BEFORE,
    ONLY_AFTER,
    NAMES
  }

  private CompareTables() {}

  static void move(TableRow<Move> row, VerdictMove move) {
    ObjectReference object = move.subject().object();
    row.text(Move.SEVERITY, Words.of(move.rule().severity()))
        .text(Move.CHANGE, CompareWords.of(move.kind()))
        .text(Move.RULE, move.rule().id())
        .text(Move.TITLE, move.rule().title())
        .text(Move.KIND, object.kind())
        .text(Move.NAMESPACE, object.namespace())
        .text(Move.NAME, name(move, object))
        .text(Move.CONTAINER, move.subject().container())
        .text(Move.BEFORE, CompareWords.status(move.before()))
        .text(Move.AFTER, CompareWords.status(move.after()))
        .text(Move.CAUSES, CompareWords.of(move.causes()))
        .text(Move.SAID_BEFORE, said(move.before()))
        .text(Move.SAID_AFTER, said(move.after()))
        .text(Move.OBSERVED_BEFORE, observed(move.before()))
        .text(Move.OBSERVED_AFTER, observed(move.after()));
  }

  /// A replaced pod has another name now; both are told.
  private static String name(VerdictMove move, ObjectReference object) {
    String before = move.before() == null ? object.name() : move.before().subject().object().name();
    return before.equals(object.name()) ? before : object.name() + "\n(was " + before + ")";
  }

  private static String said(@Nullable Verdict verdict) {
    return verdict == null ? "" : ResultCsv.message(verdict.outcome());
  }

  private static String observed(@Nullable Verdict verdict) {
    return verdict == null ? "" : EvidenceText.observed(verdict.evidence());
  }

  static void object(TableRow<Changed> row, Comparison.Touched touched) {
    ResourceKey key = touched.key();
    row.text(Changed.CHANGE, CompareWords.ofObject(touched.kind()))
        .text(Changed.TYPE, new ResourceType(key.group(), key.kind()).toString())
        .text(Changed.NAMESPACE, key.namespace())
        .text(Changed.NAME, key.name());
    ChangedObject changed = touched.changed();
    if (changed != null) {
      row.number(Changed.DIFFERENCES, changed.differences()).text(Changed.PLACES, places(changed));
    }
  }

  private static String places(ChangedObject changed) {
    List<String> places = changed.pointers().stream().map(JsonPointer::text).toList();
    int more = changed.differences() - places.size();
    return String.join("\n", places) + (more > 0 ? "\nand " + Words.number(more) + " more" : "");
  }

  static void unknown(TableRow<Unknown> row, CannotTell type) {
    row.text(Unknown.TYPE, type.type().toString())
        .text(Unknown.BEFORE, Words.of(type.before().state()))
        .text(Unknown.WHY_BEFORE, type.before().cause())
        .text(Unknown.AFTER, Words.of(type.after().state()))
        .text(Unknown.WHY_AFTER, type.after().cause())
        .number(Unknown.ONLY_BEFORE, type.onlyBefore().size())
        .number(Unknown.ONLY_AFTER, type.onlyAfter().size())
        .text(Unknown.NAMES, names(type));
  }

  private static String names(CannotTell type) {
    List<String> before = type.onlyBefore().stream().map(key -> "before: " + name(key)).toList();
    List<String> after = type.onlyAfter().stream().map(key -> "after: " + name(key)).toList();
    return (Words.lines(before, MOST_NAMES) + "\n" + Words.lines(after, MOST_NAMES)).strip();
  }

  private static String name(ResourceKey key) {
    return key.namespace().isEmpty() ? key.name() : key.namespace() + "/" + key.name();
  }
}
