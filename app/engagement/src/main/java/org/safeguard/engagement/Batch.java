package org.safeguard.engagement;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Rows on their way into a table, many to a call.
final class Batch implements AutoCloseable {

  private static final int ROWS = 1000;

  private final PreparedStatement statement;
  private int waiting;

  Batch(PreparedStatement statement) {
    this.statement = statement;
  }

  void add(@Nullable Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    statement.addBatch();
    if (++waiting == ROWS) {
      flush();
    }
  }

  void flush() throws SQLException {
    if (waiting > 0) {
      statement.executeBatch();
      waiting = 0;
    }
  }

  /// Closes without writing: whoever fails on the way must not write half a batch.
  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
