package org.safeguard.reporting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.Skipped;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.SourceFile;
import org.safeguard.model.snapshot.TypeCoverage;

/// What was assessed and what not, from which sources, how these were captured, and how well they
/// cover each type.
final class ScopeSheet implements ReportSheet {

  enum SourceColumn {
    SOURCE,
    FORMAT,
    KUBERNETES,
    OBJECTS,
    SHA256,
    CLUSTER,
    CAPTURED
  }

  enum CoverageColumn {
    SOURCE,
    TYPE,
    STATE,
    OBJECTS,
    CAUSE
  }

  enum FileColumn {
    SOURCE,
    FILE,
    FORMAT,
    BYTES,
    SHA256
  }

  enum SkippedColumn {
    SOURCE,
    FILE,
    KIND,
    LINE,
    REASON
  }

  private record In<T>(Snapshot snapshot, T part) {}

  private static final String UNKNOWN = "Not stated";

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>(List.of("Sources", "Coverage"));
    names.addAll(CaptureTables.NAMES);
    names.addAll(List.of("Skipped", "Files"));
    return names;
  }

  @Override
  public void fill(Template template, Report report, Progress progress) {
    List<Snapshot> snapshots = report.assessment().snapshots();
    TableSheet sheet = new TableSheet(template, progress, names().toArray(String[]::new));
    sheet.fill(SourceColumn.class, 6, "No source", snapshots, ScopeSheet::source);
    sheet.fill(
        CoverageColumn.class,
        6,
        "The sources name no type",
        snapshots.stream().flatMap(s -> s.coverage().stream().map(c -> new In<>(s, c))).toList(),
        ScopeSheet::coverage);
    CaptureTables.fill(sheet, snapshots);
    sheet.fill(
        SkippedColumn.class,
        6,
        "Nothing was left out",
        snapshots.stream().flatMap(s -> s.skipped().stream().map(k -> new In<>(s, k))).toList(),
        ScopeSheet::skipped);
    sheet.fill(
        FileColumn.class,
        4,
        "No file was read",
        snapshots.stream().flatMap(s -> s.files().stream().map(f -> new In<>(s, f))).toList(),
        ScopeSheet::file);
    sheet.end();
  }

  private static void source(TableRow<SourceColumn> row, Snapshot snapshot) {
    row.text(SourceColumn.SOURCE, snapshot.source())
        .text(SourceColumn.FORMAT, snapshot.format())
        .text(SourceColumn.CLUSTER, Words.orElse(snapshot.cluster(), UNKNOWN))
        .text(
            SourceColumn.CAPTURED,
            snapshot.capturedAt() == null ? UNKNOWN : Words.minute(snapshot.capturedAt()))
        .text(SourceColumn.KUBERNETES, stated(snapshot.kubernetesVersion()))
        .number(
            SourceColumn.OBJECTS, snapshot.coverage().stream().mapToLong(TypeCoverage::count).sum())
        .text(SourceColumn.SHA256, snapshot.id());
  }

  private static void coverage(TableRow<CoverageColumn> row, In<TypeCoverage> in) {
    row.text(CoverageColumn.SOURCE, in.snapshot().source())
        .text(CoverageColumn.TYPE, in.part().type().toString())
        .text(CoverageColumn.STATE, Words.of(in.part().state()))
        .number(CoverageColumn.OBJECTS, in.part().count())
        .text(CoverageColumn.CAUSE, in.part().cause());
  }

  private static void skipped(TableRow<SkippedColumn> row, In<Skipped> in) {
    row.text(SkippedColumn.SOURCE, in.snapshot().source())
        .text(SkippedColumn.FILE, in.part().file())
        .text(SkippedColumn.KIND, Words.of(in.part().kind()))
        .text(SkippedColumn.REASON, in.part().reason());
    if (in.part().line() > 0) {
      row.number(SkippedColumn.LINE, in.part().line());
    }
  }

  private static void file(TableRow<FileColumn> row, In<SourceFile> in) {
    row.text(FileColumn.SOURCE, in.snapshot().source())
        .text(FileColumn.FILE, in.part().file())
        .text(FileColumn.FORMAT, in.snapshot().format())
        .number(FileColumn.BYTES, in.part().bytes())
        .text(FileColumn.SHA256, in.part().sha256());
  }

  private static String stated(@Nullable String text) {
    return text == null ? UNKNOWN : text;
  }
}
