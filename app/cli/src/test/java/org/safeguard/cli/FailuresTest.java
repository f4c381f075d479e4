package org.safeguard.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.safeguard.model.progress.CancelledException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

final class FailuresTest {

  private final StringWriter err = new StringWriter();

  @Command(name = "fails")
  private record Fails(Callable<Integer> work) implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
      return work.call();
    }
  }

  /// The status and the words of a command that fails so.
  private String ending(Callable<Integer> work) {
    err.getBuffer().setLength(0);
    PrintWriter to = new PrintWriter(err, true);
    Failures failures = new Failures(new Terminal(false, Ansi.OFF, to, to));
    int status =
        new CommandLine(new Fails(work))
            .setErr(to)
            .setExecutionExceptionHandler(failures)
            .setExecutionStrategy(failures.guarding(new CommandLine.RunLast()))
            .execute();
    return status + " " + err.toString().trim();
  }

  private String thrown(Exception failure) {
    return ending(
        () -> {
          throw failure;
        });
  }

  @Test
  void failuresOfFilesAreOneLine() {
    assertEquals(
        "3 safeguard: a: there is no such file or folder", thrown(new NoSuchFileException("a")));
    assertEquals("3 safeguard: a: permission denied", thrown(new AccessDeniedException("a")));
    assertEquals(
        "3 safeguard: a: Too many open files",
        thrown(new FileSystemException("a", null, "Too many open files")));
    assertEquals("3 safeguard: FileSystemException", thrown(new FileSystemException(null)));
    assertEquals("3 safeguard: IOException", thrown(new IOException()));
    assertEquals("3 safeguard: two lines", thrown(new IOException("two\nlines")));
    assertEquals("3 safeguard: disk", thrown(new UncheckedIOException(new IOException("disk"))));
    assertEquals(
        "2 safeguard: caf? cannot be a file name under the language settings. Set LC_ALL=C.UTF-8 and"
            + " try again",
        thrown(new InvalidPathException("caf?", "Malformed input")));
  }

  @Test
  void aStopIsNoFailure() {
    assertEquals(
        "130 safeguard: stopped; no file is left half written", thrown(new CancelledException()));
    assertEquals(
        "130 safeguard: stopped; no file is left half written",
        ending(
            () -> {
              Thread.currentThread().interrupt();
              throw new ClosedByInterruptException();
            }));
    assertEquals(false, Thread.interrupted());
  }

  @Test
  void memoryThatRunsOutIsSaid() {
    String text =
        ending(
            () -> {
              throw new OutOfMemoryError("Java heap space");
            });
    assertTrue(text.matches("3 safeguard: this needs more memory than the [0-9,]+ MiB.*"), text);
  }

  @Test
  void aFaultOfOursHasACodeThatDependsOnItsPlace() {
    String fault = thrown(new IllegalStateException("x"));
    assertTrue(
        fault.matches(
            "70 safeguard: a fault of this tool, code [0-9A-F]{8}\\. Please report the code with what"
                + " you did; SAFEGUARD_LOG=error shows details"),
        fault);
    String overflow =
        ending(
            () -> {
              throw new StackOverflowError();
            });
    assertTrue(overflow.startsWith("70 safeguard: a fault of this tool, code "), overflow);
    assertEquals(Failures.code(here()), Failures.code(here()));
    assertNotEquals(Failures.code(here()), Failures.code(there()));
  }

  private static Exception here() {
    return new IllegalStateException();
  }

  private static Exception there() {
    return new IllegalStateException();
  }
}
