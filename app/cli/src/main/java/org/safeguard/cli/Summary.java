package org.safeguard.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.risk.EvidenceState;
import org.safeguard.model.risk.Level;
import org.safeguard.model.risk.Risk;
import org.safeguard.model.risk.SafeguardDetermination;
import org.safeguard.model.rule.Severity;
import org.safeguard.model.snapshot.Skipped;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.TypeCoverage;
import org.safeguard.model.verdict.Outcome;
import org.safeguard.model.verdict.Status;
import org.safeguard.model.verdict.Verdict;

/// What a person reads after an assessment.
final class Summary {

  private static final int WORST = 10;
  private static final int SHOWN_GAPS = 10;

  private final Terminal terminal;
  private final PrintWriter to;

  Summary(Terminal terminal, PrintWriter to) {
    this.terminal = terminal;
    this.to = to;
  }

  void print(
      Assessment assessment,
      List<String> gaps,
      @Nullable Path engagement,
      @Nullable Path workbook,
      @Nullable Path json) {
    assessment.snapshots().forEach(this::source);
    verdicts(assessment.verdicts());
    safeguards(assessment.safeguards());
    risks(assessment.risks());
    gaps(gaps);
    if (workbook == null && engagement == null && json == null) {
      to.println("Nothing was kept. Add --workbook or --engagement to keep this");
    }
    written("Workbook", workbook);
    written("Engagement", engagement);
    written("Result JSON", json);
    to.flush();
  }

  private void source(Snapshot snapshot) {
    int objects = snapshot.coverage().stream().mapToInt(TypeCoverage::count).sum();
    heading("Assessed " + snapshot.source());
    long types = snapshot.coverage().stream().filter(type -> type.count() > 0).count();
    to.printf(
        "  %s of %s from %s, read as %s%s%n",
        Words.count(objects, "object", "objects"),
        Words.count(types, "type", "types"),
        Words.count(snapshot.files().size(), "file", "files"),
        snapshot.format(),
        snapshot.capturedAt() == null ? "" : ", captured " + snapshot.capturedAt());
    skipped(snapshot.skipped());
  }

  private void skipped(List<Skipped> skipped) {
    if (skipped.isEmpty()) {
      return;
    }
    Map<Skipped.Kind, Long> counts = count(skipped, Skipped::kind, Skipped.Kind.class);
    String text =
        counts.entrySet().stream()
            .map(entry -> words(entry.getValue(), entry.getKey()))
            .collect(Collectors.joining(", "));
    to.println("  Left out: " + text);
  }

  private static String words(long count, Skipped.Kind kind) {
    return switch (kind) {
      case NOT_KUBERNETES -> Words.count(count, "not Kubernetes", "not Kubernetes");
      case OTHER_FILE -> Words.count(count, "other file", "other files");
      case DUPLICATE -> Words.count(count, "second copy", "second copies");
      case CONFLICT -> Words.count(count, "differing copy", "differing copies");
      case UNREADABLE -> Words.count(count, "unreadable", "unreadable");
    };
  }

  private void verdicts(List<Verdict> verdicts) {
    Map<Status, Long> counts = count(verdicts, Verdict::status, Status.class);
    heading("Verdicts");
    to.printf(
        "  %,d passed, %s, %s, %,d not applicable%n",
        counts.getOrDefault(Status.PASSED, 0L),
        styled("bold", "%,d failed".formatted(counts.getOrDefault(Status.FAILED, 0L))),
        styled("bold", "%,d not assessed".formatted(counts.getOrDefault(Status.NOT_ASSESSED, 0L))),
        counts.getOrDefault(Status.NOT_APPLICABLE, 0L));
    severities(verdicts.stream().filter(v -> v.status() == Status.FAILED).toList());
    causes(verdicts);
  }

  private void causes(List<Verdict> verdicts) {
    List<Cause.Code> causes =
        verdicts.stream()
            .flatMap(
                verdict ->
                    verdict.outcome() instanceof Outcome.NotAssessed(Cause cause)
                        ? Stream.of(cause.code())
                        : Stream.empty())
            .toList();
    if (!causes.isEmpty()) {
      String text =
          count(causes, cause -> cause, Cause.Code.class).entrySet().stream()
              .map(entry -> "%,d %s".formatted(entry.getValue(), Words.of(entry.getKey())))
              .collect(Collectors.joining(", "));
      to.println("  Not assessed by cause: " + text);
    }
  }

  private void severities(List<Verdict> failed) {
    if (failed.isEmpty()) {
      return;
    }
    Map<Severity, Long> counts = count(failed, v -> v.rule().severity(), Severity.class);
    String text =
        counts.entrySet().stream()
            .map(entry -> styled(style(entry.getKey()), text(entry)))
            .collect(Collectors.joining(", "));
    to.println("  Failed by severity: " + text);
  }

  private static String text(Map.Entry<Severity, Long> entry) {
    return "%,d %s".formatted(entry.getValue(), entry.getKey().name().toLowerCase(Locale.ROOT));
  }

  private static String style(Severity severity) {
    return switch (severity) {
      case CRITICAL -> "bold,red";
      case HIGH -> "red";
      case MEDIUM -> "yellow";
      case LOW, INFO -> "faint";
    };
  }

  private void safeguards(List<SafeguardDetermination> safeguards) {
    Map<EvidenceState, Long> counts =
        count(safeguards, SafeguardDetermination::state, EvidenceState.class);
    heading("Safeguards");
    to.printf(
        "  %d: %d supported by evidence, %d contradicted, %d need attestation, %d not assessed%n",
        safeguards.size(),
        counts.getOrDefault(EvidenceState.SUPPORTED, 0L),
        counts.getOrDefault(EvidenceState.CONTRADICTED, 0L),
        counts.getOrDefault(EvidenceState.ATTESTATION_NEEDED, 0L),
        counts.getOrDefault(EvidenceState.NOT_ASSESSED, 0L));
  }

  private void risks(List<Risk> risks) {
    heading(
        risks.size() > WORST
            ? "The %d worst of %d risks, proposed for a person to decide"
                .formatted(WORST, risks.size())
            : "Risks, proposed for a person to decide");
    if (risks.isEmpty()) {
      to.println("  None follows from the findings; what was not assessed may hide some");
    }
    for (Risk risk : risks.stream().limit(WORST).toList()) {
      to.printf(
          "  %s  %s (%s)%n",
          styled(style(risk.level()), "%-9s".formatted(risk.level().title())),
          risk.title(),
          Words.count(risk.findings().size(), "finding", "findings"));
    }
  }

  private static String style(Level level) {
    return switch (level) {
      case VERY_HIGH -> "bold,red";
      case HIGH -> "red";
      case MODERATE -> "yellow";
      case LOW, VERY_LOW -> "faint";
    };
  }

  private void gaps(List<String> gaps) {
    if (gaps.isEmpty()) {
      return;
    }
    heading("Incomplete sources");
    gaps.stream().limit(SHOWN_GAPS).forEach(gap -> to.println("  " + gap));
    if (gaps.size() > SHOWN_GAPS) {
      to.printf("  and %d more%n", gaps.size() - SHOWN_GAPS);
    }
  }

  private void written(String what, @Nullable Path file) {
    if (file != null) {
      to.printf("%s: %s%n", what, file);
    }
  }

  private void heading(String text) {
    to.println(styled("bold", text));
  }

  /// Markup is added only where colours are on, since text from a source may look like markup.
  private String styled(String style, String text) {
    return terminal.ansi().enabled() && !text.contains("|@")
        ? terminal.styled("@|" + style + " " + text + "|@")
        : text;
  }

  private static <T, E extends Enum<E>> Map<E, Long> count(
      List<T> all, Function<T, E> by, Class<E> type) {
    return all.stream()
        .collect(Collectors.groupingBy(by, () -> new EnumMap<>(type), Collectors.counting()));
  }
}
