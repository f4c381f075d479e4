package org.safeguard.redaction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safeguard.model.snapshot.Redaction;
import org.safeguard.model.snapshot.ResourceType;

/// Counts what was taken out and what was kept, by type, kind of place and reason.
final class Tally {

  /// Beyond this many rows places are no longer told apart, so that a hostile source cannot make
  /// the report large.
  private static final int MOST_ROWS = 5_000;

  private record Row(ResourceType type, String path, String reason, boolean kept) {}

  private static final class Count {
    private long value;
  }

  private final Map<Row, Count> counts = new HashMap<>();

  void takenOut(ResourceType type, String path, String reason) {
    add(new Row(type, path, reason, false));
  }

  void kept(ResourceType type, String path, String what) {
    add(new Row(type, path, what, true));
  }

  private void add(Row row) {
    Count count = counts.get(row);
    if (count == null) {
      boolean full = counts.size() >= MOST_ROWS;
      Row place = full ? new Row(row.type(), "/*", row.reason(), row.kept()) : row;
      count = counts.computeIfAbsent(place, _ -> new Count());
    }
    count.value++;
  }

  List<Redaction> rows() {
    List<Redaction> rows = new ArrayList<>(counts.size());
    counts.forEach(
        (row, count) ->
            rows.add(new Redaction(row.type(), row.path(), row.reason(), row.kept(), count.value)));
    rows.sort(null);
    return List.copyOf(rows);
  }
}
