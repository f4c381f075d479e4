package org.safeguard.cli;

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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `safeguard assess`.
@Command(
    name = "assess",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Reads sources, judges them, and writes what you ask for.")
final class AssessCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "SOURCE",
      arity = "1..*",
      description =
          "A bundle, a folder of manifests or dumps, a file of objects, or an archive of these;"
              + " '-' is standard input. Several sources describe one cluster.")
  private List<String> sources = List.of();

  @Option(
      names = "--workbook",
      paramLabel = "F.xlsx",
      description = "Write the risk analysis workbook.")
  private @Nullable Path workbook;

  @Option(
      names = "--engagement",
      paramLabel = "F.safeguard",
      description = "Keep the run in this engagement file; it is made when missing.")
  private @Nullable Path engagement;

  @Option(
      names = "--json",
      paramLabel = "F",
      description = "Write the result as JSON; '-' is standard output.")
  private @Nullable String json;

  @Option(
      names = "--pack",
      paramLabel = "ID|DIR",
      description = "A rule pack by id or folder; may be repeated. Default: the HIPAA pack.")
  private List<String> packs = List.of();

  @Option(
      names = "--scope",
      paramLabel = "F.yaml",
      description = "Who is assessed, and which workloads handle ePHI.")
  private @Nullable Path scope;

  @Option(
      names = "--kubernetes-version",
      paramLabel = "1.N",
      description = "The cluster's version, where the sources do not tell.")
  private @Nullable String kubernetesVersion;

  @Option(
      names = "--fail-on",
      paramLabel = "critical|high|medium|low",
      description = "Exit with status 1 when a finding is this severe or more.")
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
    checkVersion();
    boolean jsonToOutput = "-".equals(json);
    AssessmentRequest request =
        new AssessmentRequest(
            Sources.named(sources, in),
            engagement,
            workbook,
            json == null || jsonToOutput ? null : Path.of(json),
            packs,
            scope,
            kubernetesVersion);
    Assessment assessment = workbench.assess(request, terminal.progress());
    if (jsonToOutput) {
      ResultJson.write(assessment, new WriterStream(terminal.out()));
    }
    List<String> gaps = Gaps.of(assessment);
    new Summary(terminal, jsonToOutput ? terminal.err() : terminal.out())
        .print(assessment, gaps, engagement, workbook, request.json());
    return status(assessment, gaps);
  }

  private void checkVersion() {
    if (kubernetesVersion != null && !kubernetesVersion.matches("v?1\\.[0-9]{1,3}(\\..*)?")) {
      throw new ParameterException(
          spec.commandLine(),
          "--kubernetes-version takes a version such as 1.31, not '" + kubernetesVersion + "'");
    }
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
