package org.safeguard.cli;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeguard.capture.CaptureOptions;
import org.safeguard.capture.CaptureResult;
import org.safeguard.redaction.Profile;
import org.safeguard.workbench.Captures;
import org.safeguard.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `safeguard capture`.
@Command(
    name = "capture",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Reads a live cluster into a bundle. Sends GET requests only; never reads the value of a"
          + " secret, a log, or anything inside a container.",
      ""
    },
    footer = {
      "",
      "A list that is forbidden stays out of the bundle, is named at the end, and becomes 'not"
          + " assessed'.",
      "Ctrl-C leaves a bundle of what was read; --resume reads the rest.",
      "",
      "Examples:",
      "  safeguard capture --explain",
      "  safeguard capture --context clinic -o clinic.zip",
      "  safeguard capture --context clinic -o clinic.zip --resume"
    })
final class CaptureCommand implements Callable<Integer> {

  private static final Duration TIME_TO_WRITE = Duration.ofMinutes(2);

  @Spec private CommandSpec spec;

  @Option(
      names = "--kubeconfig",
      paramLabel = "F",
      description = "The kubeconfig. Default: KUBECONFIG, else .kube/config at home.")
  private @Nullable Path kubeconfig;

  @Option(
      names = "--context",
      paramLabel = "C",
      description = "The context of the kubeconfig. Default: its current context.")
  private @Nullable String context;

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "N",
      description =
          "Read only this namespace, and what belongs to no namespace; may be repeated. Default:"
              + " all.")
  private List<String> namespaces = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "BUNDLE.zip",
      description = "The bundle to write.")
  private @Nullable Path out;

  @Option(names = "--resume", description = "Keep what the bundle holds already and read the rest.")
  private boolean resume;

  @Option(
      names = "--explain",
      description = "Print what would be asked of the cluster, and send nothing.")
  private boolean explain;

  @Option(
      names = "--check",
      description = "Test the connection, say who you are and what is served, and stop.")
  private boolean check;

  @Option(
      names = "--redaction",
      paramLabel = "standard|strict",
      converter = ProfileName.class,
      description =
          "What is taken out before anything is stored. standard: values of secrets, and whatever"
              + " looks like one. strict: also every config map value, environment value and"
              + " argument that no rule needs. Default: standard.")
  private Profile redaction = Profile.STANDARD;

  @Option(
      names = "--no-secret-names",
      description = "Do not even ask for the names and types of secrets.")
  private boolean noSecretNames;

  @Option(
      names = "--allow-plugin",
      description =
          "Run the kubeconfig's credential plug-in without asking. Only for a kubeconfig you know.")
  private boolean allowPlugin;

  @Option(names = "--parallel", paramLabel = "N", description = "Lists read at once. Default: 4.")
  private int parallel = CaptureOptions.defaults().parallel();

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "Requests a second at most. Default: 20.")
  private double rate = CaptureOptions.defaults().requestsPerSecond();

  @Option(
      names = "--request-timeout",
      paramLabel = "SECONDS",
      description = "How long one request may take. Default: 60.")
  private long requestTimeout = CaptureOptions.defaults().requestTimeout().toSeconds();

  private final Workbench workbench;
  private final Terminal terminal;
  private final InputStream in;
  private final Interruption interruption;

  CaptureCommand(
      Workbench workbench, Terminal terminal, InputStream in, Interruption interruption) {
    this.workbench = workbench;
    this.terminal = terminal;
    this.in = in;
    this.interruption = interruption;
  }

  @Override
  public Integer call() throws Exception {
    CaptureOptions options = options();
    Captures captures = workbench.captures();
    CaptureText text = new CaptureText(terminal);
    PluginQuestion question = new PluginQuestion(terminal, allowPlugin, in);
    if (explain) {
      text.print(captures.explain(options));
      return ExitStatus.DONE;
    }
    if (check) {
      text.print(captures.check(options, question, terminal.progress()));
      return ExitStatus.DONE;
    }
    Path bundle = output();
    interruption.allow(TIME_TO_WRITE);
    CaptureResult result =
        captures.capture(
            options,
            bundle,
            resume,
            question,
            new CaptureProgress(terminal.progress()),
            terminal.progress());
    text.print(result, bundle);
    return status(result);
  }

  private CaptureOptions options() {
    CaptureOptions defaults = CaptureOptions.defaults();
    try {
      return defaults
          .withKubeconfig(kubeconfig)
          .withContext(context)
          .withNamespaces(namespaces)
          .withProfile(redaction)
          .withSecretNames(!noSecretNames)
          .withPace(parallel, rate, defaults.pageSize())
          .withPatience(Duration.ofSeconds(requestTimeout), defaults.retries());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private Path output() {
    if (out == null) {
      throw new ParameterException(
          spec.commandLine(), "name the bundle to write with -o BUNDLE.zip, or ask with --explain");
    }
    return out;
  }

  private static int status(CaptureResult result) {
    if (result.interrupted()) {
      return ExitStatus.CANCELLED;
    }
    return result.complete() ? ExitStatus.DONE : ExitStatus.INCOMPLETE;
  }
}
