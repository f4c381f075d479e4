package org.safeguard.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.rule.Severity;
import org.safeguard.model.verdict.Status;
import org.safeguard.reporting.ResultJson;
import org.safeguard.workbench.AssessmentRequest;
import org.safeguard.workbench.Gaps;
import org.safeguard.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `safeguard assess`.
@Command(
    name = "assess",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Assesses what was captured of a cluster, and writes the results you ask for.",
      "The cluster itself is not touched.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  safeguard assess manifests/ --workbook clinic.xlsx --engagement clinic.safeguard",
      "  kubectl get pods,netpol -A -o json | safeguard assess - --fail-on high"
    })
final class AssessCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "SOURCE",
      arity = "1..*",
      description =
          "A folder of manifests, the output of 'kubectl get … -o yaml', the dump of a support tool,"
              + " a bundle, or an archive of these; '-' is standard input. Several sources are taken"
              + " as parts of one cluster.")
  private List<String> sources = List.of();

  @Option(
      names = "--workbook",
      paramLabel = "F.xlsx",
      description = "Write the risk analysis workbook for management.")
  private @Nullable Path workbook;

  @Option(
      names = "--engagement",
      paramLabel = "F.safeguard",
      description =
          "Keep this run in an engagement file, beside earlier runs; it is made when missing.")
  private @Nullable Path engagement;

  @Option(
      names = "--json",
      paramLabel = "F",
      description = "Write everything as JSON, for programs; '-' is standard output.")
  private @Nullable String json;

  @Mixin private JudgingOptions judging = new JudgingOptions();

  @Option(
      names = "--fail-on",
      paramLabel = "critical|high|medium|low",
      converter = SeverityName.class,
      description = "End with status 1 when a finding is this severe or more.")
  private @Nullable Severity failOn;

  private final Workbench workbench;
  private final Terminal terminal;
  private final InputStream in;

  AssessCommand(Workbench workbench, Terminal terminal, InputStream in) {
    this.workbench = workbench;
    this.terminal = terminal;
    this.in = in;
  }

  @Override
  public Integer call() throws Exception {
    checkStandardInput();
    boolean jsonToOutput = "-".equals(json);
    AssessmentRequest request =
        new AssessmentRequest(
            Sources.named(sources, in),
            engagement,
            workbook,
            json == null || jsonToOutput ? null : Path.of(json),
            judging.packs(),
            judging.scope(),
            judging.kubernetesVersion());
    Assessment assessment = workbench.assess(request, terminal.progress());
    if (jsonToOutput) {
      toOutput(assessment);
    }
    List<String> gaps = Gaps.of(assessment);
    new Summary(terminal, jsonToOutput ? terminal.err() : terminal.out())
        .print(assessment, gaps, engagement, workbook, request.json());
    return status(assessment, gaps);
  }

  private void checkStandardInput() {
    Sources.check(sources, spec);
  }

  private void toOutput(Assessment assessment) throws IOException {
    terminal.writeJson(out -> ResultJson.write(assessment, out));
  }

  private int status(Assessment assessment, List<String> gaps) {
    Severity bound = failOn;
    boolean failed =
        bound != null
            && assessment.verdicts().stream()
                .anyMatch(
                    verdict ->
                        verdict.status() == Status.FAILED
                            && verdict.rule().severity().atLeast(bound));
    if (failed) {
      return ExitStatus.FINDINGS;
    }
    return gaps.isEmpty() ? ExitStatus.DONE : ExitStatus.INCOMPLETE;
  }
}
