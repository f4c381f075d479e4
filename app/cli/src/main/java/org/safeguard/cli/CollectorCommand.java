package org.safeguard.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safeguard.collector.CollectorScript;
import org.safeguard.document.AtomicFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `safeguard collector`.
@Command(
    name = "collector",
    mixinStandardHelpOptions = true,
    description = {
      "Gives out the shell script with which a team that cannot run this tool collects what it reads.",
      "The script needs kubectl and the usual tools of a POSIX system, and never sees the value of a"
          + " secret.",
      ""
    },
    footer = {
      "",
      "Example:",
      "  safeguard collector -o safeguard-collect.sh",
      "  sh safeguard-collect.sh -o clinic.tar.gz"
    })
final class CollectorCommand implements Callable<Integer> {

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write it. Default: standard output.")
  private @Nullable Path out;

  private final Terminal terminal;

  CollectorCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    String script = CollectorScript.text();
    if (out == null) {
      terminal.out().print(script);
      terminal.out().flush();
      return ExitStatus.DONE;
    }
    AtomicFile.write(out, to -> to.write(script.getBytes(StandardCharsets.UTF_8)));
    terminal.out().println("Wrote " + out + "; run it with sh");
    return ExitStatus.DONE;
  }
}
