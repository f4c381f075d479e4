package org.safeguard.desktop.usecase;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.safeguard.model.progress.Progress;
import org.safeguard.workbench.Workbench;

/// Assesses a source into an engagement again and again, as the run screen does, and says what it
/// is at, until it is killed.
final class EndlessRuns {

  private EndlessRuns() {}

  public static void main(String[] arguments) throws Exception {
    AssessmentUseCases useCases = new WorkbenchUseCases(new Workbench(Clock.systemUTC(), "killed"));
    List<Path> source = List.of(Path.of(arguments[0]));
    while (true) {
      useCases
          .assess(useCases.read(source, new Telling()), null, Path.of(arguments[1]), new Telling())
          .close();
    }
  }

  private static final class Telling implements Progress {
    @Override
    public void report(String message, double fraction) {
      System.out.println(message);
    }

    @Override
    public void checkCancelled() {}
  }
}
