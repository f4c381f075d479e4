package org.safeguard.collector;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Runs the script in a folder of its own against the fake cluster.
final class CollectorRun {

  /// The shells that people have: Debian's and Ubuntu's, that of small images, and the usual one.
  static final List<String> SHELLS = List.of("sh", "dash", "busybox sh", "bash");

  private final Path folder;

  CollectorRun(Path folder) throws IOException {
    this.folder = folder;
    Files.writeString(folder.resolve("safeguard-collect.sh"), CollectorScript.text());
    try (InputStream fake = CollectorRun.class.getResourceAsStream("fake-kubectl.sh")) {
      Files.copy(fake, Files.createDirectory(folder.resolve("bin")).resolve("kubectl"));
    }
    folder.resolve("bin/kubectl").toFile().setExecutable(true);
    Files.createFile(folder.resolve("calls"));
  }

  static boolean has(String shell) {
    String program = shell.split(" ", 2)[0];
    return Arrays.stream(System.getenv("PATH").split(":"))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }

  static Path resource(String name) {
    return Path.of("src/test/resources/org/safeguard/collector").toAbsolutePath().resolve(name);
  }

  Ended run(String shell, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(shell.split(" ")));
    command.add("safeguard-collect.sh");
    command.addAll(List.of(arguments));
    return start(command, environment);
  }

  Ended start(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectOutput(folder.resolve("stdout").toFile());
    builder.redirectError(folder.resolve("stderr").toFile());
    Map<String, String> seen = builder.environment();
    seen.put("PATH", folder.resolve("bin") + ":" + seen.get("PATH"));
    seen.put("FAKE_CLUSTER", resource("cluster").toString());
    seen.put("FAKE_CALLS", folder.resolve("calls").toString());
    seen.putAll(environment);
    Process process = builder.start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("the script did not end");
    }
    return new Ended(
        process.exitValue(),
        Files.readString(folder.resolve("stdout")),
        Files.readString(folder.resolve("stderr")));
  }

  /// What the fake kubectl was asked, one line a call.
  List<String> calls() throws IOException {
    return Files.readAllLines(folder.resolve("calls"));
  }

  /// The names in the folder that a run has left, besides what was there before it.
  List<String> left() throws IOException {
    try (Stream<Path> names = Files.list(folder)) {
      return names
          .map(path -> path.getFileName().toString())
          .filter(
              name ->
                  !List.of("bin", "calls", "stdout", "stderr", "safeguard-collect.sh")
                      .contains(name))
          .sorted()
          .toList();
    }
  }

  /// Every file below a directory with its text, times replaced by a word.
  static SortedMap<String, String> files(Path directory) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String text = new String(Files.readAllBytes(file), UTF_8);
        files.put(
            directory.relativize(file).toString(),
            text.replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ", "TIME"));
      }
    }
    return files;
  }

  record Ended(int status, String out, String err) {}
}
