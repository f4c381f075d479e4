package org.safeguard.capture.realserver;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A program that runs until it is closed, with its output in a file.
final class ServerProcess implements AutoCloseable {

  private static final int LAST_LINES = 20;

  private final String name;
  private final Path log;
  private final Process process;

  private ServerProcess(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
  }

  static ServerProcess start(Path program, List<String> arguments, Path folder) throws IOException {
    String name = program.getFileName().toString();
    Path log = folder.resolve(name + ".log");
    List<String> command = new java.util.ArrayList<>();
    command.add(program.toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    return new ServerProcess(name, log, builder.start());
  }

  /// A port of the loopback interface that nobody listens on.
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /// Lets a moment pass; fails at once when the program has ended meanwhile.
  void staysUp() throws IOException, InterruptedException {
    if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException(name + " ended by itself:\n" + lastLines());
    }
  }

  String lastLines() throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
  }

  boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroy();
    boolean ended = false;
    try {
      ended = process.waitFor(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!ended) {
      process.destroyForcibly().onExit().join();
    }
  }
}
