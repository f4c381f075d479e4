package org.safeguard.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.safeguard.workbench.ExportFormat;
import org.safeguard.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `safeguard export`.
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes the latest run of an engagement as a document.")
final class ExportCommand implements Callable<Integer> {

  @Parameters(paramLabel = "F.safeguard", description = "The engagement file.")
  private Path engagement = Path.of("");

  @Option(
      names = "--format",
      required = true,
      paramLabel = "xlsx|json|csv",
      description = "The kind of document: ${COMPLETION-CANDIDATES}.")
  private ExportFormat format = ExportFormat.XLSX;

  @Option(names = "-o", required = true, paramLabel = "F", description = "Where it goes.")
  private Path out = Path.of("");

  private final Workbench workbench;
  private final Terminal terminal;

  ExportCommand(Workbench workbench, Terminal terminal) {
    this.workbench = workbench;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    workbench.export(engagement, format, out, terminal.progress());
    terminal.out().println("Wrote " + out);
    return ExitStatus.DONE;
  }
}
