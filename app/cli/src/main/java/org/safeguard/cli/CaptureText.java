package org.safeguard.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safeguard.bundle.BundleManifest;
import org.safeguard.capture.CapturePlan;
import org.safeguard.capture.CaptureResult;
import org.safeguard.capture.ConnectionCheck;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.TypeCoverage;

/// What a person reads before and after a capture.
final class CaptureText {

  private static final int SHOWN = 20;

  private final Terminal terminal;

  CaptureText(Terminal terminal) {
    this.terminal = terminal;
  }

  void print(CapturePlan plan) {
    plan.lines().forEach(this::line);
    terminal.out().flush();
  }

  void print(ConnectionCheck check) {
    line("Server              " + check.server());
    line("Kubernetes version  " + orUnknown(check.kubernetesVersion()));
    line("You are             " + orUnknown(check.whoAmI()));
    line("Types served        " + check.typesServed());
    line(
        "Namespaces          "
            + (check.namespaces().isEmpty()
                ? "may not be listed"
                : String.join(", ", check.namespaces())));
    check.warnings().forEach(warning -> line("Warning: " + warning));
    terminal.out().flush();
  }

  void print(CaptureResult result, Path bundle) {
    terminal.clearProgress();
    BundleManifest manifest = result.manifest();
    PrintWriter to = terminal.out();
    long objects = manifest.coverage().stream().mapToLong(TypeCoverage::count).sum();
    to.printf(
        "%s %s with %s%n",
        result.interrupted() ? "Stopped; wrote" : "Wrote",
        bundle,
        Words.count(objects, "object", "objects"));
    line("Types: " + states(manifest.coverage()));
    missing(result.missing());
    if (!result.complete()) {
      line("What is missing becomes 'not assessed'. --resume reads it once it is allowed or there");
    }
    to.flush();
  }

  private static String states(List<TypeCoverage> coverage) {
    return Arrays.stream(Coverage.values())
        .map(state -> counted(coverage, state))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String counted(List<TypeCoverage> coverage, Coverage state) {
    long count = coverage.stream().filter(type -> type.state() == state).count();
    return count == 0 ? "" : "%,d %s".formatted(count, Words.of(state));
  }

  private void missing(List<String> missing) {
    missing.stream().limit(SHOWN).forEach(text -> line("  " + text));
    if (missing.size() > SHOWN) {
      line("  and " + (missing.size() - SHOWN) + " more; 'safeguard bundle show' names them all");
    }
  }

  private static String orUnknown(@Nullable String text) {
    return text == null || text.isEmpty() ? "not known" : text;
  }

  /// What a server says must not steer the terminal.
  private void line(String text) {
    terminal.out().println(Words.printable(text));
  }
}
