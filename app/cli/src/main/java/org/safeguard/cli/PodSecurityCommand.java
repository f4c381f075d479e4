package org.safeguard.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeguard.document.AtomicFile;
import org.safeguard.podsecurity.Level;
import org.safeguard.podsecurity.PolicyVersion;
import org.safeguard.workbench.PodSecurityJson;
import org.safeguard.workbench.PodSecurityReport;
import org.safeguard.workbench.PodSecurityRequest;
import org.safeguard.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `safeguard pod-security`.
@Command(
    name = "pod-security",
    sortOptions = false,
    description = {
      "Says which pods Pod Security admission would refuse, and why, in the words of the API server.",
      "Every pod and pod template counts, also those that others own.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  safeguard pod-security manifests/ --level restricted",
      "  safeguard pod-security cluster.zip --level baseline --version 1.34 --json -"
    })
final class PodSecurityCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "SOURCE",
      arity = "1..*",
      description = "What 'safeguard assess' takes; '-' is standard input.")
  private List<String> sources = List.of();

  @Option(
      names = "--level",
      paramLabel = "baseline|restricted",
      description = "The level asked about. Default: both, and the strictest that breaks nothing.")
  private @Nullable String level;

  @Option(
      names = "--version",
      paramLabel = "1.N",
      description =
          "The version of the standards, or 'latest'. Default: the version of the cluster, or latest"
              + " where the source does not tell.")
  private @Nullable String version;

  @Option(
      names = "--json",
      paramLabel = "F",
      description = "Write one entry for each pod as JSON; '-' is standard output.")
  private @Nullable String json;

  // Asked for by hand, since the standard options take --version for the program's own.
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help message and exit.")
  private boolean help;

  private final Workbench workbench;
  private final Terminal terminal;
  private final InputStream in;

  PodSecurityCommand(Workbench workbench, Terminal terminal, InputStream in) {
    this.workbench = workbench;
    this.terminal = terminal;
    this.in = in;
  }

  @Override
  public Integer call() throws Exception {
    Sources.check(sources, spec);
    boolean toOutput = "-".equals(json);
    Path file = json == null || toOutput ? null : Path.of(json);
    PodSecurityRequest request =
        new PodSecurityRequest(Sources.named(sources, in), level(), version());
    PodSecurityReport report = workbench.podSecurity(request, terminal.progress());
    if (toOutput) {
      terminal.writeJson(out -> PodSecurityJson.write(report, out));
    }
    if (file != null) {
      AtomicFile.write(file, out -> PodSecurityJson.write(report, out));
    }
    new PodSecurityText(terminal, toOutput ? terminal.err() : terminal.out()).print(report, file);
    return report.gaps().isEmpty() && !report.leavesOpen()
        ? ExitStatus.DONE
        : ExitStatus.INCOMPLETE;
  }

  private @Nullable Level level() {
    if (level == null) {
      return null;
    }
    return Level.of(level)
        .filter(named -> named != Level.PRIVILEGED)
        .orElseThrow(() -> wrong("--level takes baseline or restricted, not '" + level + "'"));
  }

  private @Nullable PolicyVersion version() {
    String named = version;
    if (named == null) {
      return null;
    }
    return PolicyVersion.ofLabel(named)
        .or(() -> PolicyVersion.ofCluster(named))
        .orElseThrow(
            () -> wrong("--version takes a version such as 1.31, or latest, not '" + named + "'"));
  }

  private ParameterException wrong(String what) {
    return new ParameterException(spec.commandLine(), what);
  }
}
