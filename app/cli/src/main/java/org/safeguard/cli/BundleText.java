package org.safeguard.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safeguard.bundle.BundleManifest;
import org.safeguard.model.snapshot.CaptureRecord;
import org.safeguard.model.snapshot.CapturedList;
import org.safeguard.model.snapshot.Redaction;
import org.safeguard.model.snapshot.TypeCoverage;

/// What a person reads about a bundle.
final class BundleText {

  private final PrintWriter to;

  BundleText(PrintWriter to) {
    this.to = to;
  }

  void print(BundleManifest manifest, CaptureRecord record, String signature) {
    line("Format version      " + manifest.formatVersion());
    line("Made by             Safeguard Workbench " + manifest.toolVersion());
    line("Cluster             " + orUnknown(manifest.cluster()));
    line("Captured            " + orUnknown(manifest.capturedAt()));
    line("Kubernetes version  " + orUnknown(manifest.kubernetesVersion()));
    line("Objects             %,d".formatted(manifest.objects()));
    line("Requests sent       " + requests(record));
    line("Signature           " + signature);
    coverage(manifest.coverage());
    lists(record.lists());
    redactions("Taken out", record.redactions().stream().filter(r -> !r.kept()).toList());
    redactions("Kept", record.redactions().stream().filter(Redaction::kept).toList());
    to.flush();
  }

  private static String requests(CaptureRecord record) {
    return record.requests().isEmpty()
        ? "none; made from files"
        : "%,d".formatted(record.requests().size());
  }

  private void coverage(List<TypeCoverage> coverage) {
    line("");
    line("%-60s %-10s %9s".formatted("Type", "Coverage", "Objects"));
    for (TypeCoverage type : coverage) {
      line(
          "%-60s %-10s %,9d  %s"
              .formatted(type.type(), Words.of(type.state()), type.count(), type.cause()));
    }
  }

  private void lists(List<CapturedList> lists) {
    if (lists.isEmpty()) {
      return;
    }
    line("");
    line("%-60s %6s %9s %5s  %s".formatted("List", "Status", "Objects", "Pages", "Read"));
    for (CapturedList list : lists) {
      line(
          "%-60s %6s %,9d %,5d  %s"
              .formatted(
                  list.path(),
                  list.status() == 0 ? "none" : list.status(),
                  list.objects(),
                  list.pages(),
                  read(list)));
    }
  }

  private static String read(CapturedList list) {
    String version =
        list.resourceVersion().isEmpty() ? "" : ", resourceVersion " + list.resourceVersion();
    String torn = list.consistent() ? "" : ", pages show different moments";
    return when(list.startedAt(), list.endedAt()) + version + torn;
  }

  private static String when(@Nullable Instant from, @Nullable Instant to) {
    if (from == null) {
      return "at a time not known";
    }
    return to == null
        ? from.toString()
        : "%s, %.1f s".formatted(from, Duration.between(from, to).toMillis() / 1000.0);
  }

  private void redactions(String title, List<Redaction> redactions) {
    if (redactions.isEmpty()) {
      return;
    }
    line("");
    line("%-86s %9s  %s".formatted(title, "Values", "Why"));
    for (Redaction redaction : redactions) {
      String place = redaction.type() + " " + redaction.path();
      line("%-86s %,9d  %s".formatted(place, redaction.count(), redaction.reason()));
    }
  }

  /// What a bundle says must not steer the terminal.
  private void line(String text) {
    to.println(Words.printable(text).stripTrailing());
  }

  private static String orUnknown(@Nullable Object value) {
    return value == null || value.toString().isEmpty() ? "not known" : value.toString();
  }
}
