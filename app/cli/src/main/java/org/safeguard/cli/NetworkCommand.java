package org.safeguard.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.safeguard.network.Connectivity;
import org.safeguard.network.NotAssessed;
import org.safeguard.workbench.NetworkFormat;
import org.safeguard.workbench.Networks;
import org.safeguard.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// `safeguard network`.
@Command(
    name = "network",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Prints which workload may connect to which by the network policies, and what is open to the"
          + " outside.",
      "Pairs without a connection are left out.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  safeguard network manifests/",
      "  safeguard network bundle.zip --format dot | dot -Tsvg -o network.svg"
    })
final class NetworkCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "SOURCE",
      arity = "1..*",
      description =
          "What 'safeguard assess' reads; '-' is standard input. Several sources are taken as parts"
              + " of one cluster.")
  private List<String> sources = List.of();

  @Option(
      names = "--format",
      paramLabel = "csv|json|dot",
      converter = Name.class,
      description = {
        "csv: a line src,dst,conn for each pair (default);",
        "json: the same, and what is not assessed;",
        "dot: a graph for Graphviz."
      })
  private NetworkFormat format = NetworkFormat.CSV;

  private final Workbench workbench;
  private final Terminal terminal;
  private final InputStream in;

  NetworkCommand(Workbench workbench, Terminal terminal, InputStream in) {
    this.workbench = workbench;
    this.terminal = terminal;
    this.in = in;
  }

  @Override
  public Integer call() throws Exception {
    Sources.check(sources, spec);
    Networks.Found found =
        workbench.networks().connectivity(Sources.named(sources, in), terminal.progress());
    terminal.clearProgress();
    format.write(found.connectivity(), terminal.out());
    if (terminal.out().checkError()) {
      throw new IOException("standard output: it was closed or is full before the end");
    }
    return warned(found) ? ExitStatus.INCOMPLETE : ExitStatus.DONE;
  }

  private boolean warned(Networks.Found found) {
    Connectivity connectivity = found.connectivity();
    found.gaps().forEach(gap -> warn("incomplete: " + gap));
    unstated(connectivity.notAssessed());
    List<String> namespaces = connectivity.namespacesWithoutLabels();
    if (!namespaces.isEmpty()) {
      warn(
          "policies select namespaces by labels, and the sources do not hold these: "
              + String.join(", ", namespaces)
              + ". They are taken to have no label but their name; add the namespaces");
    }
    terminal.err().flush();
    return !found.gaps().isEmpty()
        || !connectivity.notAssessed().isEmpty()
        || !namespaces.isEmpty();
  }

  /// One line for each policy, with the number of workloads whose connections it leaves open.
  private void unstated(List<NotAssessed> gaps) {
    Map<String, List<NotAssessed>> byPolicy = new LinkedHashMap<>();
    for (NotAssessed gap : gaps) {
      byPolicy.computeIfAbsent(gap.policy(), _ -> new ArrayList<>()).add(gap);
    }
    byPolicy.forEach(
        (policy, same) -> {
          long workloads = same.stream().map(NotAssessed::workload).distinct().count();
          warn(
              "not assessed: connections of "
                  + Words.count(workloads, "workload", "workloads")
                  + " by "
                  + policy
                  + ": "
                  + same.getFirst().cause().detail());
        });
  }

  private void warn(String text) {
    terminal.err().println("safeguard: " + Words.printable(text));
  }

  /// A format by its name.
  static final class Name implements ITypeConverter<NetworkFormat> {

    Name() {}

    @Override
    public NetworkFormat convert(String name) {
      return NetworkFormat.named(name)
          .orElseThrow(
              () -> new TypeConversionException("name one of csv, json, dot, not " + name));
    }
  }
}
