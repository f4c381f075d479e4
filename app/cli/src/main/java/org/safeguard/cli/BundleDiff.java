package org.safeguard.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.safeguard.bundle.Bundle;
import org.safeguard.comparison.CannotTell;
import org.safeguard.comparison.ChangedObject;
import org.safeguard.comparison.ObjectChanges;
import org.safeguard.comparison.SnapshotComparison;
import org.safeguard.model.snapshot.ResourceKey;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.snapshot.Source;
import org.safeguard.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `safeguard bundle diff`.
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Prints what appeared (+), went (-) and changed (~) between two bundles.",
      "See 'safeguard compare' for what that does to the verdicts.",
      ""
    })
final class BundleDiff implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "OLD", description = "The earlier bundle.")
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "NEW", description = "The later bundle.")
  private Path after = Path.of("");

  private final Workbench workbench;
  private final Terminal terminal;

  BundleDiff(Workbench workbench, Terminal terminal) {
    this.workbench = workbench;
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Bundle.manifest(before); // so that both are known to be bundles before either is read
    Bundle.manifest(after);
    List<Snapshot> read =
        workbench.read(
            List.of(new Source.PathSource(before), new Source.PathSource(after)),
            terminal.progress());
    terminal.clearProgress();
    print(SnapshotComparison.of(read.getFirst(), read.getLast()));
    return ExitStatus.DONE;
  }

  private void print(ObjectChanges changes) {
    changes.appeared().forEach(key -> line("+ " + words(key)));
    changes.gone().forEach(key -> line("- " + words(key)));
    changes.changed().forEach(this::changed);
    changes.cannotTell().forEach(this::cannotTell);
    line(
        "%,d appeared, %,d gone, %,d changed, %,d unchanged"
            .formatted(
                changes.appeared().size(),
                changes.gone().size(),
                changes.changed().size(),
                changes.unchanged()));
    terminal.out().flush();
  }

  private void changed(ChangedObject changed) {
    line("~ " + words(changed.key()));
    changed.pointers().forEach(pointer -> line("    " + pointer));
    int more = changed.differences() - changed.pointers().size();
    if (more > 0) {
      line("    and %,d more".formatted(more));
    }
  }

  private void cannotTell(CannotTell one) {
    int objects = one.onlyBefore().size() + one.onlyAfter().size();
    line(
        "? %s: %s in only one of the bundles; it was %s, and is %s"
            .formatted(
                one.type(),
                Words.count(objects, "object", "objects"),
                Words.of(one.before().state()),
                Words.of(one.after().state())));
  }

  private static String words(ResourceKey key) {
    String group = key.group().isEmpty() ? "" : "." + key.group();
    String namespace = key.namespace().isEmpty() ? "" : key.namespace() + "/";
    return key.kind() + group + " " + namespace + key.name();
  }

  /// What a bundle says must not steer the terminal.
  private void line(String text) {
    PrintWriter to = terminal.out();
    to.println(Words.printable(text));
  }
}
