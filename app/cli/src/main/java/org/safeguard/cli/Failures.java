package org.safeguard.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.safeguard.model.progress.CancelledException;
import org.safeguard.model.snapshot.UnreadableInputException;
import org.safeguard.rules.PackException;
import org.safeguard.workbench.UnknownPackException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Turns failures into one line and an exit status, in one place.
final class Failures
    implements CommandLine.IExecutionExceptionHandler, CommandLine.IParameterExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("safeguard: " + failure.getMessage());
    if (!CommandLine.UnmatchedArgumentException.printSuggestions(failure, err)) {
      err.println("See: " + command.getCommandSpec().qualifiedName() + " --help");
    }
    return ExitStatus.USAGE;
  }

  @Override
  public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
    PrintWriter err = line.getErr();
    return switch (failure) {
      case UnreadableInputException unreadable ->
          says(err, text(unreadable), ExitStatus.UNREADABLE);
      case UnknownPackException unknown -> says(err, text(unknown), ExitStatus.USAGE);
      case PackException problems -> packProblems(err, problems);
      case CancelledException _ ->
          says(err, "Cancelled; nothing was written", ExitStatus.CANCELLED);
      case IOException broken -> says(err, words(broken), ExitStatus.UNREADABLE);
      case ParameterException usage -> handleParseException(usage, new String[0]);
      default -> fault(err, failure);
    };
  }

  private static int says(PrintWriter err, String text, int status) {
    err.println("safeguard: " + text);
    return status;
  }

  private static int packProblems(PrintWriter err, PackException problems) {
    problems.problems().forEach(problem -> err.println("safeguard: " + problem));
    return ExitStatus.UNREADABLE;
  }

  private static String words(IOException broken) {
    return switch (broken) {
      case NoSuchFileException missing -> missing.getFile() + ": there is no such file or folder";
      case AccessDeniedException denied -> denied.getFile() + ": permission denied";
      case FileSystemException other -> other.getFile() + ": " + other.getReason();
      default -> text(broken);
    };
  }

  private static String text(Exception failure) {
    return String.valueOf(failure.getMessage());
  }

  private static int fault(PrintWriter err, Exception failure) {
    LOG.error("A fault of ours", failure);
    return says(
        err,
        "A fault of this tool, code %s. Please report the code with what you did"
            .formatted(code(failure)),
        ExitStatus.FAULT);
  }

  /// The same fault has the same code on every machine: it is made of where the fault arose.
  static String code(Exception failure) {
    String place =
        Arrays.stream(failure.getStackTrace())
            .limit(5)
            .map(frame -> frame.getClassName() + "." + frame.getMethodName())
            .collect(Collectors.joining(" "));
    return "%08X".formatted((failure.getClass().getName() + " " + place).hashCode());
  }
}
