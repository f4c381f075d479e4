package org.safeguard.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.rule.Pack;
import org.safeguard.model.rule.Rule;
import org.safeguard.reporting.AtomicFile;
import org.safeguard.rules.CaseResult;
import org.safeguard.rules.PackPages;
import org.safeguard.rules.RuleEngine;
import org.safeguard.workbench.PackCatalogue;
import org.safeguard.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `safeguard packs` and its commands.
@Command(
    name = "packs",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Lists, shows, checks and tests rule packs, and writes their pages.",
      "A pack is a folder of YAML: safeguards, questions, and rules with their tests and examples.",
      ""
    },
    commandListHeading = "%nCommands:%n")
final class PacksCommand implements Runnable {

  private static final String PACK =
      "The folder of a pack, or the id of one that ships with the tool.";

  @Spec private CommandSpec spec;

  PacksCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name one of: list, show, check, test, docs");
  }

  /// `safeguard packs list`.
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the packs that ship with the tool.")
  static final class ListPacks implements Callable<Integer> {
    private final Workbench workbench;
    private final Terminal terminal;

    ListPacks(Workbench workbench, Terminal terminal) {
      this.workbench = workbench;
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
      for (String id : workbench.packs().ids()) {
        Pack pack = workbench.packs().load(id);
        terminal.out().printf("%s  %s  %s%n", pack.id(), pack.version(), pack.title());
      }
      return ExitStatus.DONE;
    }
  }

  /// `safeguard packs show`.
  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Shows a pack, or one of its rules or safeguards.")
  static final class Show implements Callable<Integer> {

    @Parameters(
        index = "0",
        paramLabel = "ID",
        description = "A pack by id or folder, or a rule, such as SGW-POD-001.")
    private String id = "";

    private final Workbench workbench;
    private final Terminal terminal;

    Show(Workbench workbench, Terminal terminal) {
      this.workbench = workbench;
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
      @Nullable Rule rule = rule();
      if (rule != null) {
        rule(rule, terminal.out());
      } else {
        pack(workbench.packs().load(id), terminal.out());
      }
      return ExitStatus.DONE;
    }

    private @Nullable Rule rule() throws Exception {
      for (String shipped : workbench.packs().ids()) {
        for (Rule rule : workbench.packs().load(shipped).rules()) {
          if (rule.id().equals(id)) {
            return rule;
          }
        }
      }
      return null;
    }

    private static void pack(Pack pack, PrintWriter to) {
      to.printf("%s %s%n%s%n%n%s%n%n", pack.id(), pack.version(), pack.title(), pack.description());
      to.println("SHA-256 " + pack.sha256());
      to.printf(
          "%s, %s, %s, %s%n%n",
          Words.count(pack.citations().size(), "citation", "citations"),
          Words.count(pack.safeguards().size(), "safeguard", "safeguards"),
          Words.count(pack.questions().size(), "question", "questions"),
          Words.count(pack.rules().size(), "rule", "rules"));
      pack.rules()
          .forEach(
              rule ->
                  to.printf("%-14s %-9s %s%n", rule.id(), Words.of(rule.severity()), rule.title()));
      to.flush();
    }

    private static void rule(Rule rule, PrintWriter to) {
      to.printf("%s  %s%n", rule.id(), rule.title());
      to.printf("%nSeverity    %s%n", Words.of(rule.severity()));
      to.printf("Looks at    %s%n", rule.fact());
      to.printf("Applies     %s%n", rule.when());
      to.printf("Passes      %s%n", rule.pass());
      to.printf("%n%s%n%nHow to fix%n", rule.why());
      rule.fix().steps().forEach(step -> to.println("- " + step));
      to.printf("%nNot proved by a pass%n%s%n%nSafeguards%n", rule.notProved());
      rule.supports().forEach(s -> to.printf("- %s (%s)%n", s.safeguard(), Words.of(s.strength())));
      to.flush();
    }
  }

  /// `safeguard packs check`.
  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Checks that a pack is sound: its form, its references, its expressions.")
  static final class Check implements Callable<Integer> {

    @Parameters(paramLabel = "PACK", description = PACK)
    private String pack = PackCatalogue.DEFAULT;

    private final Workbench workbench;
    private final Terminal terminal;

    Check(Workbench workbench, Terminal terminal) {
      this.workbench = workbench;
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
      Pack checked = workbench.packs().check(pack);
      terminal
          .out()
          .printf(
              "%s %s: %d rules, no problems%n", checked.id(), checked.version(), rules(checked));
      return ExitStatus.DONE;
    }

    private static int rules(Pack pack) throws Exception {
      new RuleEngine(List.of(pack));
      return pack.rules().size();
    }
  }

  /// `safeguard packs test`.
  @Command(
      name = "test",
      mixinStandardHelpOptions = true,
      description = "Runs the tests of every rule of a pack.")
  static final class Test implements Callable<Integer> {

    @Parameters(paramLabel = "PACK", description = PACK)
    private String pack = PackCatalogue.DEFAULT;

    private final Workbench workbench;
    private final Terminal terminal;

    Test(Workbench workbench, Terminal terminal) {
      this.workbench = workbench;
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
      List<CaseResult> results = workbench.test(workbench.packs().directory(pack));
      List<CaseResult> failed = results.stream().filter(result -> !result.passed()).toList();
      failed.forEach(terminal.out()::println);
      terminal
          .out()
          .printf("%d passed, %d failed%n", results.size() - failed.size(), failed.size());
      return failed.isEmpty() ? ExitStatus.DONE : ExitStatus.FINDINGS;
    }
  }

  /// `safeguard packs docs`.
  @Command(
      name = "docs",
      mixinStandardHelpOptions = true,
      description = "Writes a page for each rule of a pack, as Markdown.")
  static final class Docs implements Callable<Integer> {

    @Parameters(paramLabel = "PACK", description = PACK)
    private String pack = PackCatalogue.DEFAULT;

    @Option(
        names = {"-o", "--output"},
        paramLabel = "DIR",
        description = "The folder to write into. Default: ${DEFAULT-VALUE}.")
    private Path out = Path.of("docs", "rules");

    private final Workbench workbench;
    private final Terminal terminal;

    Docs(Workbench workbench, Terminal terminal) {
      this.workbench = workbench;
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
      Map<String, String> pages =
          PackPages.pages(workbench.packs().load(pack), workbench.packs().directory(pack));
      for (Map.Entry<String, String> page : pages.entrySet()) {
        write(out.resolve(page.getKey()), page.getValue());
      }
      terminal.out().printf("Wrote %d pages into %s%n", pages.size(), out);
      return ExitStatus.DONE;
    }

    private static void write(Path file, String text) throws IOException {
      Path folder = file.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      AtomicFile.write(file, to -> to.write(text.getBytes(StandardCharsets.UTF_8)));
    }
  }
}
