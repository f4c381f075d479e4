package org.safeguard.cli;

import java.util.List;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What is wrong with a command line, in one sentence.
final class UsageWords {

  private UsageWords() {}

  static String of(ParameterException failure) {
    return switch (failure) {
      case UnmatchedArgumentException unmatched -> unmatched(unmatched);
      case MissingParameterException missing when !missing.getMissing().isEmpty() ->
          missing(missing.getMissing());
      default -> plain(String.valueOf(failure.getMessage()));
    };
  }

  private static String plain(String message) {
    return message
        .replaceAll("\\p{Cntrl}+", " ")
        .replaceFirst("^Invalid value for (?:option|positional parameter at index \\d+) ", "")
        .replaceFirst("^Unknown subcommand (.*)\\.$", "there is no command $1");
  }

  private static String unmatched(UnmatchedArgumentException failure) {
    String argument = failure.getUnmatched().getFirst();
    boolean takesCommands = !failure.getCommandLine().getSubcommands().isEmpty();
    if (failure.isUnknownOption()) {
      return "there is no option '" + argument + "'";
    }
    return takesCommands
        ? "there is no command '" + argument + "'"
        : "'" + argument + "' is one argument too many";
  }

  private static String missing(List<ArgSpec> missing) {
    return "missing: " + String.join(", ", missing.stream().map(UsageWords::name).toList());
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option
        ? option.longestName() + " " + argument.paramLabel()
        : argument.paramLabel();
  }
}
