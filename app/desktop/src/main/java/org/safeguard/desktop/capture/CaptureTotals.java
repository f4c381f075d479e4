package org.safeguard.desktop.capture;

import java.time.Duration;
import java.util.List;

/// A capture in figures.
///
/// @param types that are asked for; 0 while nobody knows
/// @param done types that were answered; one that failed was not
/// @param objects read so far
/// @param requests sent so far
/// @param elapsed since the start
/// @param message what is being done, empty when nobody says
record CaptureTotals(
    int types, int done, long objects, long requests, Duration elapsed, String message) {

  static final CaptureTotals NONE = new CaptureTotals(0, 0, 0, 0, Duration.ZERO, "");

  static CaptureTotals of(List<CaptureRow> rows, long requests, Duration elapsed, String message) {
    int done = (int) rows.stream().filter(CaptureRow::done).count();
    long objects = rows.stream().mapToLong(CaptureRow::objects).sum();
    return new CaptureTotals(rows.size(), done, objects, requests, elapsed, message);
  }

  CaptureTotals at(Duration later) {
    return new CaptureTotals(types, done, objects, requests, later, message);
  }

  /// 0 to 1; negative when nobody can say.
  double fraction() {
    return types == 0 ? -1 : (double) done / types;
  }

  /// Minutes and seconds, such as `1:05`.
  String clock() {
    return "%d:%02d".formatted(elapsed.toMinutes(), elapsed.toSecondsPart());
  }
}
