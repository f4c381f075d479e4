package org.safeguard.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// How sources are judged, the same for every command that judges.
final class JudgingOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--pack",
      paramLabel = "ID|DIR",
      description =
          "Judge by this rule pack, an id or a folder; may be repeated. Default:"
              + " hipaa-container-safeguards.")
  private List<String> packs = List.of();

  @Option(
      names = "--scope",
      paramLabel = "F.yaml",
      description = "A file that says who is assessed and which workloads handle ePHI.")
  private @Nullable Path scope;

  @Option(
      names = "--kubernetes-version",
      paramLabel = "1.N",
      description = "The version of the cluster, where the sources do not tell.")
  private @Nullable String kubernetesVersion;

  JudgingOptions() {}

  List<String> packs() {
    return packs;
  }

  @Nullable Path scope() {
    return scope;
  }

  /// Null to believe the sources.
  ///
  /// @throws ParameterException when it is no version
  @Nullable String kubernetesVersion() {
    if (kubernetesVersion != null && !kubernetesVersion.matches("v?1\\.[0-9]{1,3}(\\..*)?")) {
      throw new ParameterException(
          spec.commandLine(),
          "--kubernetes-version takes a version such as 1.31, not '" + kubernetesVersion + "'");
    }
    return kubernetesVersion;
  }
}
