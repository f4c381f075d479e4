package org.safeguard.capture;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.snapshot.UnreadableInputException;

/// The contexts of one or more kubeconfig files, without their credentials.
///
/// @param files that were read, in order
/// @param contexts in the order of the files
/// @param current the current context's name, empty where there is none
public record Kubeconfig(List<Path> files, List<KubeContext> contexts, String current) {

  public Kubeconfig {
    files = List.copyOf(files);
    contexts = List.copyOf(contexts);
  }

  /// Reads a kubeconfig. Runs nothing and connects to nothing.
  ///
  /// @param file null for the files of `KUBECONFIG`, or else `~/.kube/config`
  /// @throws UnreadableInputException when there is none, or it is damaged
  public static Kubeconfig read(@Nullable Path file) throws UnreadableInputException {
    return read(file, System.getenv());
  }

  static Kubeconfig read(@Nullable Path file, Map<String, String> environment)
      throws UnreadableInputException {
    KubeconfigFiles files = KubeconfigFiles.read(file, environment);
    ContextReader reader = new ContextReader(files, environment);
    return new Kubeconfig(
        files.files(), files.contextNames().stream().map(reader::show).toList(), files.current());
  }
}
