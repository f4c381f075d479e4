package org.safeguard.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safeguard.podsecurity.CheckOutcome;
import org.safeguard.podsecurity.Evaluation;
import org.safeguard.podsecurity.Level;
import org.safeguard.workbench.PodSecurityReport;
import org.safeguard.workbench.PodSecurityReport.Pod;

/// What a person reads about Pod Security admission.
final class PodSecurityText {

  private static final int SHOWN = 5;

  private final Terminal terminal;
  private final PrintWriter to;

  PodSecurityText(Terminal terminal, PrintWriter to) {
    this.terminal = terminal;
    this.to = to;
  }

  void print(PodSecurityReport report, @Nullable Path json) {
    terminal.clearProgress();
    to.printf("Pod Security Standards, version %s%n", report.version());
    if (report.pods().isEmpty()) {
      to.println("There is no pod and no pod template in the source.");
    }
    Map<String, List<Pod>> byNamespace =
        report.pods().stream()
            .collect(Collectors.groupingBy(Pod::namespace, TreeMap::new, Collectors.toList()));
    byNamespace.forEach((name, pods) -> namespace(name, pods, report));
    report.gaps().forEach(gap -> to.println("Missing: " + gap));
    if (json != null) {
      to.println("JSON      " + json);
    }
    to.flush();
  }

  private void namespace(String name, List<Pod> pods, PodSecurityReport report) {
    to.println();
    to.println(terminal.styled("@|bold Namespace " + name + "|@") + enforced(name, report));
    List<Level> levels =
        report.level() == null
            ? List.of(Level.BASELINE, Level.RESTRICTED)
            : List.of(report.level());
    for (Level level : levels) {
      to.printf(
          "  %-10s would refuse %d of %d%s%n",
          level.word(),
          count(pods, level, Evaluation.Answer.REFUSED),
          pods.size(),
          open(pods, level));
    }
    to.println("  " + strictest(pods));
    Level strongest = levels.getLast();
    Map<List<String>, List<Pod>> alike = new LinkedHashMap<>();
    pods.stream()
        .filter(pod -> !pod.owned() && pod.at(strongest).answer() != Evaluation.Answer.ALLOWED)
        .forEach(pod -> alike.computeIfAbsent(lines(pod, levels), _ -> new ArrayList<>()).add(pod));
    alike.forEach(this::group);
  }

  /// Pods of which the same is to be said.
  private void group(List<String> lines, List<Pod> pods) {
    pods.stream()
        .limit(SHOWN)
        .forEach(
            pod -> to.printf("  %s/%s (%s:%d)%n", pod.kind(), pod.name(), pod.file(), pod.line()));
    if (pods.size() > SHOWN) {
      to.printf("  and %d more%n", pods.size() - SHOWN);
    }
    lines.forEach(line -> to.println("    " + line));
  }

  private static String enforced(String name, PodSecurityReport report) {
    String level = report.enforced().get(name);
    return level == null ? "" : ", enforces " + level;
  }

  private static long count(List<Pod> pods, Level level, Evaluation.Answer answer) {
    return pods.stream().filter(pod -> pod.at(level).answer() == answer).count();
  }

  private static String open(List<Pod> pods, Level level) {
    long unknown = count(pods, level, Evaluation.Answer.UNKNOWN);
    return unknown == 0 ? "" : "; for " + unknown + " hidden values leave it open";
  }

  private static String strictest(List<Pod> pods) {
    List<Optional<Level>> met = pods.stream().map(Pod::meets).toList();
    if (met.contains(Optional.of(Level.PRIVILEGED))) {
      return "Nothing but privileged lets all of them in";
    }
    return met.contains(Optional.<Level>empty())
        ? "Hidden values leave open which level breaks nothing"
        : "The strictest level that breaks nothing is "
            + met.stream().flatMap(Optional::stream).min(Level::compareTo).orElseThrow().word();
  }

  private static List<String> lines(Pod pod, List<Level> levels) {
    List<String> lines = new ArrayList<>();
    for (Level level : levels) {
      for (Evaluation.Result result : pod.at(level).results()) {
        if (levels.size() == 1 || level == Level.BASELINE || isNew(result, pod)) {
          line(level, result).ifPresent(lines::add);
        }
      }
    }
    return lines;
  }

  /// Whether baseline did not say it already.
  private static boolean isNew(Evaluation.Result result, Pod pod) {
    return pod.baseline().results().stream().noneMatch(said -> said.check().equals(result.check()));
  }

  private static Optional<String> line(Level level, Evaluation.Result result) {
    return switch (result.outcome()) {
      case CheckOutcome.Allowed() -> Optional.empty();
      case CheckOutcome.Forbidden forbidden ->
          Optional.of("%-10s refuses: %s".formatted(level.word(), forbidden.message()));
      case CheckOutcome.Unknown(var cause, var _) ->
          Optional.of(
              "%-10s unknown: %s: %s".formatted(level.word(), result.check(), cause.detail()));
    };
  }
}
