package org.safeguard.capture;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;

/// A credential plug-in of a kubeconfig, as it would be run.
///
/// @param command the program, found or not, and its arguments
/// @param environment what the kubeconfig adds to the program's environment
/// @param apiVersion of the request and the answer
/// @param relative whether the kubeconfig names the program by a relative path
record ExecPlugin(
    List<String> command, Map<String, Hidden> environment, String apiVersion, boolean relative) {

  ExecPlugin {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /// @param searchPath the environment's `PATH`
  static ExecPlugin of(ObjectNode exec, Path folder, String searchPath) {
    String program = exec.text("command").orElse("");
    boolean hasFolder = program.contains("/") || program.contains(File.separator);
    List<String> command = new ArrayList<>();
    command.add(hasFolder ? folder.resolve(program).toString() : onPath(program, searchPath));
    exec.array("args").items().forEach(item -> command.add(text(item)));
    Map<String, Hidden> environment = new java.util.HashMap<>();
    for (Node item : exec.array("env").items()) {
      if (item instanceof ObjectNode variable) {
        variable
            .text("name")
            .ifPresent(
                name -> environment.put(name, new Hidden(variable.text("value").orElse(""))));
      }
    }
    return new ExecPlugin(
        command,
        environment,
        exec.text("apiVersion").orElse("client.authentication.k8s.io/v1"),
        hasFolder && !Path.of(program).isAbsolute());
  }

  /// Looks the program up here and not in the operating system, since Windows would look into the
  /// working folder first.
  private static String onPath(String program, String searchPath) {
    boolean windows =
        System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
    for (String folder : searchPath.split(File.pathSeparator)) {
      for (String suffix : windows ? List.of("", ".exe") : List.of("")) {
        Path candidate = folder.isBlank() ? Path.of("") : Path.of(folder, program + suffix);
        if (!folder.isBlank()
            && candidate.isAbsolute()
            && Files.isRegularFile(candidate)
            && Files.isExecutable(candidate)) {
          return candidate.toString();
        }
      }
    }
    return program;
  }

  private static String text(Node node) {
    return node.plain().toString();
  }
}
