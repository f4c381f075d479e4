package org.safeguard.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.safeguard.document.AtomicFile;
import org.safeguard.model.rule.Pack;
import org.safeguard.rules.CaseResult;
import org.safeguard.rules.PackPages;
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
        description = "A pack by id or folder, or a rule or safeguard, such as SGW-POD-001.")
    private String id = "";

    private final Workbench workbench;
    private final Terminal terminal;

    Show(Workbench workbench, Terminal terminal) {
      this.workbench = workbench;
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
      PackText text = new PackText(terminal.out());
      if (!workbench.packs().ids().contains(id) && part(text)) {
        return ExitStatus.DONE;
      }
      text.pack(workbench.packs().load(id));
      return ExitStatus.DONE;
    }

    /// Shows the rule or safeguard of that id, if a shipped pack has one.
    private boolean part(PackText text) throws Exception {
      for (String shipped : workbench.packs().ids()) {
        if (text.part(workbench.packs().load(shipped), id)) {
          return true;
        }
      }
      return false;
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
              "%s %s: %d rules, no problems%n",
              checked.id(), checked.version(), checked.rules().size());
      return ExitStatus.DONE;
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
