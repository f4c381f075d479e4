package org.safeguard.cli;

import java.nio.file.Path;
import java.util.Optional;
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
    description =
        "Writes the latest run of an engagement file as a document, or what to do about it.",
    footer = {
      "",
      "Examples:",
      "  safeguard export clinic.safeguard --format xlsx -o clinic.xlsx",
      "  safeguard export clinic.safeguard --format remediation -o clinic-fixes"
    })
final class ExportCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "F.safeguard",
      description = "The engagement file, as 'safeguard assess --engagement' keeps it.")
  private Path engagement = Path.of("");

  @Option(
      names = "--format",
      required = true,
      paramLabel = "xlsx|json|csv|remediation",
      converter = FormatName.class,
      description = {
        "xlsx: the risk analysis workbook for management;",
        "json: everything, for programs;",
        "csv: one row for each verdict;",
        "remediation: patches, policies that prevent the same again, and network policies, in a",
        "new folder or a .zip."
      })
  private ExportKind format = ExportKind.XLSX;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "F",
      description = "The file, or for remediation the folder, to write.")
  private Path out = Path.of("");

  private final Workbench workbench;
  private final Terminal terminal;

  ExportCommand(Workbench workbench, Terminal terminal) {
    this.workbench = workbench;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Optional<ExportFormat> document = format.document();
    if (document.isPresent()) {
      workbench.export(engagement, document.get(), out, terminal.progress());
    } else {
      workbench.exportRemediation(engagement, out, terminal.progress());
    }
    terminal.out().println("Wrote " + out);
    return ExitStatus.DONE;
  }
}
