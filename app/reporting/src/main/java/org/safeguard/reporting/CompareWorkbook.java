package org.safeguard.reporting;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.safeguard.comparison.AssessmentChanges;
import org.safeguard.comparison.CannotTell;
import org.safeguard.comparison.ObjectChanges;
import org.safeguard.comparison.VerdictMove;
import org.safeguard.document.AtomicFile;
import org.safeguard.model.progress.Progress;

/// A comparison as a small workbook: what was compared and what moved, each verdict that moved and
/// why, each object, and what nobody can tell.
///
/// The same comparison always gives the same bytes.
public final class CompareWorkbook {

  private static final String TEMPLATE = "comparison.xlsx";

  private CompareWorkbook() {}

  /// Writes the workbook beside the target and renames it when it is whole.
  ///
  /// @param verdicts null when nothing was judged
  /// @param objects null when the objects of one side were not at hand
  /// @throws IOException when the file cannot be written; the target is then as it was
  public static void write(
      @Nullable AssessmentChanges verdicts,
      @Nullable ObjectChanges objects,
      Path out,
      Progress progress)
      throws IOException {
    progress.report("Writing the comparison", 0);
    Comparison comparison = new Comparison(verdicts, objects);
    AtomicFile.write(out, stream -> ScratchFiles.with(() -> write(comparison, stream, progress)));
    progress.report("Comparison written", 1);
  }

  private static void write(Comparison comparison, OutputStream out, Progress progress)
      throws IOException {
    try (Template template = Template.builtIn(TEMPLATE, comparison.time(), names())) {
      template.put(comparison.placeholders());
      CompareSummary.fill(template, comparison, progress);
      progress.checkCancelled();
      List<VerdictMove> moves =
          comparison.verdicts() == null ? List.of() : comparison.verdicts().moves();
      table(template, progress, CompareTables.MOVES)
          .fill(CompareTables.Move.class, 6, "No verdict moved", moves, CompareTables::move)
          .end();
      table(template, progress, CompareTables.OBJECTS)
          .fill(
              CompareTables.Changed.class,
              6,
              comparison.objects() == null
                  ? "The objects of one side were not at hand"
                  : "No object appeared, went or changed, as far as one can tell",
              comparison.touched(),
              CompareTables::object)
          .end();
      List<CannotTell> unknown =
          comparison.objects() == null ? List.of() : comparison.objects().cannotTell();
      table(template, progress, CompareTables.UNKNOWN)
          .fill(
              CompareTables.Unknown.class,
              6,
              "Both sides hold every type whole",
              unknown,
              CompareTables::unknown)
          .end();
      DocumentProperties.set(template.plan(), comparison);
      template.book().write(new CancellableStream(out, progress));
    }
  }

  private static TableSheet table(Template template, Progress progress, String name) {
    return new TableSheet(template, progress, name);
  }

  /// The defined names that the template must hold.
  static List<String> names() {
    return Stream.concat(
            CompareSummary.NAMES.stream(),
            Stream.of(CompareTables.MOVES, CompareTables.OBJECTS, CompareTables.UNKNOWN))
        .toList();
  }
}
