package org.safeguard.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The command line in a process of its own, with 256 MiB and a folder of its own for temporary
/// files.
final class Child {

  private static final long PATIENCE_SECONDS = 60;

  private final Path folder;
  private final Path temporary;
  private final Process process;

  private Child(Path folder, Path temporary, Process process) {
    this.folder = folder;
    this.temporary = temporary;
    this.process = process;
  }

  /// @param folder for what it prints
  static Child start(Path folder, Object... arguments) throws IOException {
    Path temporary = Files.createTempDirectory(folder, "tmp");
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                CliMain.class.getName()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve("stdout").toFile())
            .redirectError(folder.resolve("stderr").toFile())
            .start();
    return new Child(folder, temporary, process);
  }

  Process process() {
    return process;
  }

  int status() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the process did not end");
    }
    return process.exitValue();
  }

  String out() throws IOException {
    return Files.readString(folder.resolve("stdout"));
  }

  String err() throws IOException {
    return Files.readString(folder.resolve("stderr"));
  }

  /// Temporary files that are still there.
  List<String> litter() throws IOException {
    return names(temporary);
  }

  static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
