package org.safeguard.charts;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What runs in the engine's own process. Results go to files, since the engine itself prints.
final class Engine {

  private static final String RELEASE = "release-name";
  private static final String NAMESPACE = "default";

  private Engine() {}

  /// @param arguments the chart, where to write its documents, where to write why there are none
  public static void main(String[] arguments) throws IOException {
    try {
      String text =
          new Helm(Path.of(arguments[0]))
              .template()
              .withName(RELEASE)
              .withNamespace(NAMESPACE)
              .call();
      Files.writeString(Path.of(arguments[1]), text);
    } catch (IllegalStateException | UnsatisfiedLinkError e) {
      Files.writeString(Path.of(arguments[2]), String.valueOf(e.getMessage()));
      Runtime.getRuntime().halt(1);
    }
    Runtime.getRuntime().halt(0);
  }
}
