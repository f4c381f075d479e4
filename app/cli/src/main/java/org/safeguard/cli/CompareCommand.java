package org.safeguard.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safeguard.comparison.VerdictMove;
import org.safeguard.document.AtomicFile;
import org.safeguard.model.rule.Severity;
import org.safeguard.model.verdict.Status;
import org.safeguard.reporting.CompareJson;
import org.safeguard.reporting.CompareWorkbook;
import org.safeguard.workbench.Compared;
import org.safeguard.workbench.ComparisonRequest;
import org.safeguard.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `safeguard compare`.
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Says what appeared, went and changed between two captures, and which verdicts moved and why.",
      ""
    },
    footer = {
      "",
      "A verdict can move because the cluster changed, because the rules changed, because one side could"
          + " not see something, or because the scope changed; each move says which.",
      "",
      "Examples:",
      "  safeguard compare september.zip december.zip --workbook changes.xlsx",
      "  safeguard compare clinic.safeguard clinic.safeguard"
    })
final class CompareCommand implements Callable<Integer> {

  @Parameters(
      index = "0",
      paramLabel = "OLD",
      description =
          "What was before: a bundle or any other source, an engagement file (its latest run), or a"
              + " result JSON.")
  private Path before = Path.of("");

  @Parameters(
      index = "1",
      paramLabel = "NEW",
      description =
          "What is now: the same kinds. The same engagement file twice compares its last two runs of"
              + " a cluster.")
  private Path after = Path.of("");

  @Option(
      names = "--workbook",
      paramLabel = "F.xlsx",
      description = "Write the changes as a workbook.")
  private @Nullable Path workbook;

  @Option(
      names = "--json",
      paramLabel = "F",
      description = "Write the changes as JSON, for programs; '-' is standard output.")
  private @Nullable String json;

  @Mixin private JudgingOptions judging = new JudgingOptions();

  @Option(
      names = "--fail-on",
      paramLabel = "critical|high|medium|low",
      converter = SeverityName.class,
      description = "End with status 1 when a finding this severe or more is new.")
  private @Nullable Severity failOn;

  private final Workbench workbench;
  private final Terminal terminal;

  CompareCommand(Workbench workbench, Terminal terminal) {
    this.workbench = workbench;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    boolean toOutput = "-".equals(json);
    Path file = json == null || toOutput ? null : Path.of(json);
    Compared compared = workbench.compare(request(file), terminal.progress());
    if (toOutput) {
      terminal.writeJson(out -> write(compared, out));
    }
    if (file != null) {
      AtomicFile.write(file, out -> write(compared, out));
    }
    if (workbook != null) {
      CompareWorkbook.write(compared.changes(), compared.objects(), workbook, terminal.progress());
    }
    new CompareText(terminal, toOutput ? terminal.err() : terminal.out())
        .print(compared, workbook, file);
    return status(compared);
  }

  private ComparisonRequest request(@Nullable Path file) {
    return new ComparisonRequest(
        before,
        after,
        judging.packs(),
        judging.scope(),
        judging.kubernetesVersion(),
        Stream.of(workbook, file).filter(Objects::nonNull).toList());
  }

  private static void write(Compared compared, OutputStream out) throws IOException {
    CompareJson.write(compared.changes(), compared.objects(), out);
  }

  private int status(Compared compared) {
    Severity bound = failOn;
    boolean failed =
        bound != null
            && compared.changes().moves().stream().anyMatch(move -> isNewFinding(move, bound));
    return failed ? ExitStatus.FINDINGS : ExitStatus.DONE;
  }

  private static boolean isNewFinding(VerdictMove move, Severity bound) {
    return move.to() == Status.FAILED
        && move.from() != Status.FAILED
        && move.rule().severity().atLeast(bound);
  }
}
