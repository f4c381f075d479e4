package org.safeguard.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeguard.access.EffectiveAccess;
import org.safeguard.access.Question;
import org.safeguard.access.SubjectKey;
import org.safeguard.workbench.AccessFormat;
import org.safeguard.workbench.AccessJson;
import org.safeguard.workbench.AccessReviews;
import org.safeguard.workbench.AccessTable;
import org.safeguard.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// `safeguard access`.
@Command(
    name = "access",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Says who may do what by the roles and bindings, and by which steps somebody comes to every"
          + " right in the cluster.",
      "Without an option: everybody with rights that matter.",
      ""
    },
    footer = {
      "",
      "What is printed is certain. Where roles or bindings are missing from the source there may be",
      "more; the end of the text says so, and the status is 4.",
      "",
      "Examples:",
      "  safeguard access clinic.zip",
      "  safeguard access clinic.zip --who-can get secrets -n portal",
      "  safeguard access clinic.zip --who-can create pods/exec --format csv",
      "  safeguard access clinic.zip --subject portal/backend",
      "  safeguard access clinic.zip --subject group:developers"
    })
final class AccessCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "SOURCE",
      arity = "1..*",
      description =
          "What 'safeguard assess' reads; '-' is standard input. Several sources are taken as parts"
              + " of one cluster.")
  private List<String> sources = List.of();

  @Option(
      names = "--who-can",
      arity = "2",
      paramLabel = "VERB RESOURCE",
      hideParamSyntax = true,
      description = {
        "List who may do this. RESOURCE is like pods, pods/exec, deployments.apps, secrets/NAME,"
            + " or a path like /metrics."
      })
  private List<String> whoCan = List.of();

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NAMESPACE",
      description = "With --who-can: in this namespace. Default: in any.")
  private String namespace = "";

  @Option(
      names = "--subject",
      paramLabel = "S",
      description = {
        "List what somebody may do: a user like alice, group:NAME, NAMESPACE/ACCOUNT or"
            + " system:serviceaccount:NAMESPACE:ACCOUNT, node:NAME. user:NAME is always a user."
      })
  private @Nullable String subject;

  @Option(
      names = "--format",
      paramLabel = "csv|json",
      converter = Name.class,
      description = "Print a table or JSON for programs instead of text.")
  private @Nullable AccessFormat format;

  private final Workbench workbench;
  private final Terminal terminal;
  private final InputStream in;

  AccessCommand(Workbench workbench, Terminal terminal, InputStream in) {
    this.workbench = workbench;
    this.terminal = terminal;
    this.in = in;
  }

  @Override
  public Integer call() throws Exception {
    checkUsage();
    Question question = question();
    SubjectKey key = subject == null ? null : SubjectKey.named(subject);
    AccessReviews.Found found =
        workbench.access().review(Sources.named(sources, in), terminal.progress());
    terminal.clearProgress();
    switch (format) {
      case CSV -> table(found.access(), question, key).write(terminal.out());
      case JSON -> json(found, question, key);
      case null -> text(found, question, key);
    }
    if (terminal.out().checkError()) {
      throw new IOException("standard output: it was closed or is full before the end");
    }
    if (format != null) {
      found
          .gaps()
          .forEach(gap -> terminal.err().println("safeguard: not known: " + Words.printable(gap)));
    }
    return found.gaps().isEmpty() ? ExitStatus.DONE : ExitStatus.INCOMPLETE;
  }

  private void checkUsage() {
    Sources.check(sources, spec);
    if (!whoCan.isEmpty() && subject != null) {
      throw wrong("--who-can and --subject are two questions; ask one at a time");
    }
    if (whoCan.size() > 2) {
      throw wrong("--who-can takes one verb and one resource");
    }
    if (!namespace.isEmpty() && whoCan.isEmpty()) {
      throw wrong("--namespace goes with --who-can");
    }
  }

  private @Nullable Question question() {
    if (whoCan.isEmpty()) {
      return null;
    }
    try {
      return Question.of(whoCan.getFirst(), whoCan.getLast(), namespace);
    } catch (IllegalArgumentException e) {
      throw wrong("--who-can: " + e.getMessage());
    }
  }

  private static AccessTable table(
      EffectiveAccess access, @Nullable Question question, @Nullable SubjectKey key) {
    if (question != null) {
      return AccessTable.whoCan(access, question);
    }
    return key == null ? AccessTable.notable(access) : AccessTable.subject(access, key);
  }

  private void json(
      AccessReviews.Found found, @Nullable Question question, @Nullable SubjectKey key)
      throws IOException {
    AccessJson json = new AccessJson(found);
    terminal.writeJson(
        out -> {
          if (question != null) {
            json.whoCan(question, out);
          } else if (key != null) {
            json.subject(key, out);
          } else {
            json.notable(out);
          }
        });
    terminal.out().println();
  }

  private void text(
      AccessReviews.Found found, @Nullable Question question, @Nullable SubjectKey key) {
    AccessText text = new AccessText(terminal, found);
    if (question != null) {
      text.whoCan(question);
    } else if (key != null) {
      text.subject(key);
    } else {
      text.notable();
    }
    text.notKnown();
  }

  private ParameterException wrong(String what) {
    return new ParameterException(spec.commandLine(), what);
  }

  /// A format by its name.
  static final class Name implements ITypeConverter<AccessFormat> {

    Name() {}

    @Override
    public AccessFormat convert(String name) {
      return AccessFormat.named(name)
          .orElseThrow(() -> new TypeConversionException("name one of csv, json, not " + name));
    }
  }
}
