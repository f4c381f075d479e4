package org.safeguard.reporting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.safeguard.comparison.AssessmentChanges;
import org.safeguard.comparison.ChangeCause;
import org.safeguard.comparison.ChangedObject;
import org.safeguard.comparison.MoveKind;
import org.safeguard.comparison.ObjectChanges;
import org.safeguard.comparison.SnapshotName;
import org.safeguard.model.snapshot.ResourceKey;

/// A comparison with what several sheets need of it.
///
/// @param verdicts null when nothing was judged
/// @param objects null when the objects of one side were not at hand
record Comparison(@Nullable AssessmentChanges verdicts, @Nullable ObjectChanges objects) {

  private static final String UNKNOWN = "Not stated";

  /// An object that appeared, went or changed.
  ///
  /// @param changed null unless it is in both
  record Touched(MoveKind kind, ResourceKey key, @Nullable ChangedObject changed) {}

  List<Touched> touched() {
    List<Touched> touched = new ArrayList<>();
    if (objects != null) {
      objects.appeared().forEach(key -> touched.add(new Touched(MoveKind.NEW, key, null)));
      objects.gone().forEach(key -> touched.add(new Touched(MoveKind.GONE, key, null)));
      objects.changed().forEach(one -> touched.add(new Touched(MoveKind.CHANGED, one.key(), one)));
    }
    return touched;
  }

  /// The snapshots of the earlier side.
  List<SnapshotName> before() {
    if (verdicts != null) {
      return verdicts.before().snapshots();
    }
    return objects == null ? List.of() : List.of(objects.before());
  }

  /// The snapshots of the later side.
  List<SnapshotName> after() {
    if (verdicts != null) {
      return verdicts.after().snapshots();
    }
    return objects == null ? List.of() : List.of(objects.after());
  }

  /// When the later side was assessed or captured: the time of the document.
  Instant time() {
    if (verdicts != null) {
      return verdicts.after().assessedAt();
    }
    Instant captured = objects == null ? null : objects.after().capturedAt();
    return captured == null ? Instant.EPOCH : captured;
  }

  Map<String, String> placeholders() {
    return Map.of("before", named(before()), "after", named(after()), "overall-picture", picture());
  }

  private static String named(List<SnapshotName> snapshots) {
    return snapshots.isEmpty()
        ? UNKNOWN
        : String.join(", ", snapshots.stream().map(Comparison::named).toList());
  }

  private static String named(SnapshotName snapshot) {
    String name = Words.orElse(host(snapshot.cluster()), snapshot.source());
    return snapshot.capturedAt() == null
        ? name
        : name + " on " + Words.day(Objects.requireNonNull(snapshot.capturedAt()));
  }

  /// A cluster is often known by its address only; the host is what tells it from others.
  private static String host(String cluster) {
    return cluster.replaceFirst("^https?://", "").replaceFirst(":\\d+/?$", "");
  }

  private String picture() {
    List<String> lines = new ArrayList<>();
    lines.add("Before: " + named(before()));
    lines.add("After: " + named(after()));
    if (objects != null) {
      lines.add(ofObjects(objects));
    }
    if (verdicts != null) {
      lines.add(ofVerdicts(verdicts));
    }
    return String.join("\n", lines);
  }

  private static String ofObjects(ObjectChanges objects) {
    String unknown =
        objects.cannotTell().isEmpty()
            ? ""
            : " Of "
                + Words.count(objects.cannotTell().size(), "type", "types")
                + " nobody can tell what came or went.";
    return Words.count(objects.appeared().size(), "object", "objects")
        + " appeared, "
        + Words.number(objects.gone().size())
        + " went, "
        + Words.number(objects.changed().size())
        + " changed and "
        + Words.number(objects.unchanged())
        + " did not."
        + unknown;
  }

  private static String ofVerdicts(AssessmentChanges verdicts) {
    if (verdicts.moves().isEmpty()) {
      return "No verdict moved.";
    }
    List<String> causes = new ArrayList<>();
    for (ChangeCause cause : ChangeCause.values()) {
      int count = verdicts.movesByCause().getOrDefault(cause, 0);
      if (count > 0) {
        causes.add(Words.number(count) + " because " + CompareWords.because(cause));
      }
    }
    return Words.count(verdicts.moves().size(), "verdict", "verdicts")
        + " moved: "
        + String.join(", ", causes)
        + ". "
        + Words.count(verdicts.risks().size(), "risk", "risks")
        + " moved.";
  }
}
