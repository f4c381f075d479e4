package org.safeguard.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.safeguard.model.progress.CancelledException;
import org.safeguard.model.snapshot.UnreadableInputException;
import org.safeguard.rules.PackException;
import org.safeguard.workbench.UnknownPackException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Turns failures into one line and an exit status, in one place.
final class Failures
    implements CommandLine.IExecutionExceptionHandler, CommandLine.IParameterExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
  private static final int FRAMES = 5;
  private static final int SHOWN_PROBLEMS = 25;

  private final Terminal terminal;

  Failures(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("safeguard: " + UsageWords.of(failure));
    List<String> alike =
        failure instanceof CommandLine.UnmatchedArgumentException unmatched
            ? unmatched.getSuggestions()
            : List.of();
    String see = command.getCommandSpec().qualifiedName() + " --help";
    err.println(alike.isEmpty() ? "See: " + see : "Did you mean " + alike.getFirst() + "?");
    return ExitStatus.USAGE;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
    if (failure instanceof ParameterException usage) {
      return handleParseException(usage, new String[0]);
    }
    LOG.info("Ended by", failure);
    terminal.clearProgress();
    // Closed channels and the like are how a stopped read or write looks from inside.
    if (Thread.interrupted() || failure instanceof CancelledException) {
      return says("stopped; no file is left half written", ExitStatus.CANCELLED);
    }
    return switch (failure) {
      case UnreadableInputException unreadable -> unreadable(text(unreadable));
      case UnknownPackException unknown -> says(text(unknown), ExitStatus.USAGE);
      case PackException problems -> packProblems(problems);
      case InvalidPathException path -> says(PathName.words(path), ExitStatus.USAGE);
      case UncheckedIOException wrapped ->
          unreadable(words(Objects.requireNonNull(wrapped.getCause())));
      case IOException broken -> unreadable(words(broken));
      default -> fault(failure);
    };
  }

  /// Runs commands so that what is no exception, like memory that ran out, ends in a line too.
  IExecutionStrategy guarding(IExecutionStrategy commands) {
    return parsed -> {
      try {
        return commands.execute(parsed);
      } catch (OutOfMemoryError e) {
        terminal.clearProgress();
        return unreadable(
            "this needs more memory than the %,d MiB there are. Hand in a smaller part, or set"
                    .formatted(Runtime.getRuntime().maxMemory() >> 20)
                + " SAFEGUARD_JAVA_OPTIONS=-Xmx4g");
      } catch (StackOverflowError | LinkageError e) {
        terminal.clearProgress();
        return fault(e);
      }
    };
  }

  private int unreadable(String text) {
    return says(text, ExitStatus.UNREADABLE);
  }

  private int says(String text, int status) {
    terminal.err().println("safeguard: " + text.replaceAll("\\p{Cntrl}+", " "));
    return status;
  }

  private int packProblems(PackException problems) {
    problems.problems().stream()
        .limit(SHOWN_PROBLEMS)
        .forEach(problem -> terminal.err().println("safeguard: " + problem));
    if (problems.problems().size() > SHOWN_PROBLEMS) {
      terminal.err().println("and " + (problems.problems().size() - SHOWN_PROBLEMS) + " more");
    }
    return ExitStatus.UNREADABLE;
  }

  private static String words(IOException broken) {
    return switch (broken) {
      case NoSuchFileException missing -> missing.getFile() + ": there is no such file or folder";
      case AccessDeniedException denied -> denied.getFile() + ": permission denied";
      case FileAlreadyExistsException there -> there.getFile() + ": it is there already";
      case FileSystemException other when other.getReason() != null ->
          other.getFile() + ": " + other.getReason();
      default -> text(broken);
    };
  }

  private static String text(Exception failure) {
    return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
  }

  private int fault(Throwable failure) {
    LOG.error("A fault of ours", failure);
    return says(
        "a fault of this tool, code %s. Please report the code with what you did;"
                .formatted(code(failure))
            + " SAFEGUARD_LOG=error shows details",
        ExitStatus.FAULT);
  }

  /// The same fault has the same code on every machine: it is made of where the fault arose.
  static String code(Throwable failure) {
    String place =
        Arrays.stream(failure.getStackTrace())
            .limit(FRAMES)
            .map(frame -> frame.getClassName() + "." + frame.getMethodName())
            .collect(Collectors.joining(" "));
    return "%08X".formatted((failure.getClass().getName() + " " + place).hashCode());
  }
}
