package org.safeguard.charts;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.jni.HelmLib;
import com.marcnuri.helm.jni.NativeLibrary;
import com.sun.jna.Native;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.safeguard.model.progress.CancelledException;
import org.safeguard.model.snapshot.UnreadableInputException;

/// Runs the engine in a process of its own. A template may loop or fill the memory, and the engine
/// would answer a hidden `lookup` by asking the cluster of the user's kubeconfig: here it finds one
/// that leads nowhere, and no home folder.
final class RenderProcess {

  private static final int SECONDS = 60;
  private static final long LARGEST_OUTPUT = 64L << 20;
  private static final String HAND_IN = "Render it with `helm template` and hand in the output";

  /// It wants credentials from a program that does not exist, so that no connection is tried.
  private static final String NO_CLUSTER =
      """
      apiVersion: v1
      kind: Config
      current-context: none
      contexts: [{name: none, context: {cluster: none, user: none}}]
      clusters: [{name: none, cluster: {server: "https://127.0.0.1:1"}}]
      users:
        - name: none
          user:
            exec:
              apiVersion: client.authentication.k8s.io/v1
              interactiveMode: Never
              command: ./no-such-program
      """;

  /// What the engine needs of the environment to run at all.
  private static final Set<String> KEPT = Set.of("PATH", "SystemRoot", "LANG", "LC_ALL");

  private RenderProcess() {}

  /// @param chart as the user named it
  /// @param rendered the chart itself or its adapted copy
  static String run(Path chart, Path rendered, Workplace workplace)
      throws UnreadableInputException, IOException {
    Path output = workplace.file("output.yaml");
    Path fault = workplace.file("fault.txt");
    Process process = start(chart, rendered, output, fault, workplace);
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        throw new UnreadableInputException(
            chart.toString(), "the chart did not render within " + SECONDS + " seconds", HAND_IN);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } finally {
      process.destroyForcibly();
    }
    if (process.exitValue() == 0 && Files.exists(output)) {
      return output(chart, output);
    }
    String message = Files.exists(fault) ? Files.readString(fault) : "the engine broke off";
    throw TemplateFault.of(chart, message).asException();
  }

  private static String output(Path chart, Path output)
      throws UnreadableInputException, IOException {
    if (Files.size(output) > LARGEST_OUTPUT) {
      throw new UnreadableInputException(
          chart.toString(),
          "the chart renders to more than " + (LARGEST_OUTPUT >> 20) + " MiB",
          HAND_IN);
    }
    return Files.readString(output);
  }

  private static Process start(
      Path chart, Path rendered, Path output, Path fault, Workplace workplace)
      throws UnreadableInputException, IOException {
    String folder = workplace.folder().toString();
    ProcessBuilder builder =
        new ProcessBuilder(
            java(chart).toString(),
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-Xlog:disable",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.io.tmpdir=" + folder,
            "-Djna.tmpdir=" + folder,
            "-cp",
            classPath(chart),
            Engine.class.getName(),
            rendered.toAbsolutePath().toString(),
            output.toString(),
            fault.toString());
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(KEPT);
    environment.put(
        "KUBECONFIG",
        workplace.write("none.yaml", NO_CLUSTER.getBytes(StandardCharsets.UTF_8)).toString());
    for (String home : List.of("HOME", "USERPROFILE", "TMPDIR", "TEMP", "TMP", "HELM_CACHE_HOME")) {
      environment.put(home, folder);
    }
    return builder
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static Path java(Path chart) throws UnreadableInputException {
    Path folder = Path.of(System.getProperty("java.home"), "bin");
    for (String name : List.of("java", "java.exe")) {
      if (Files.isExecutable(folder.resolve(name))) {
        return folder.resolve(name);
      }
    }
    throw new UnreadableInputException(
        chart.toString(), "this installation cannot start the template engine", HAND_IN);
  }

  /// Just the engine and what it needs. Where there is none for this platform, the library would
  /// download one, so it is not even started.
  private static String classPath(Path chart) throws UnreadableInputException {
    NativeLibrary engine = NativeLibrary.serviceProviderLibrary(Helm.class.getClassLoader());
    if (engine == null) {
      throw new UnreadableInputException(
          chart.toString(),
          "there is no template engine for %s on %s"
              .formatted(System.getProperty("os.name"), System.getProperty("os.arch")),
          HAND_IN);
    }
    Set<String> places = new LinkedHashSet<>();
    for (Class<?> part :
        List.of(Engine.class, Helm.class, HelmLib.class, Native.class, engine.getClass())) {
      places.add(place(part));
    }
    return String.join(File.pathSeparator, places);
  }

  private static String place(Class<?> part) {
    try {
      return Path.of(part.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a class without a place: " + part, e);
    }
  }
}
