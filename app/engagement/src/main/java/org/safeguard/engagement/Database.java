package org.safeguard.engagement;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/// A connection with our pragmas, and the few ways in which we talk to it. For one thread at a
/// time.
final class Database implements AutoCloseable {

  /// Turns a row into a value.
  interface Reader<T> {
    T read(Row row) throws SQLException;
  }

  /// Statements that belong together.
  interface Work<T> {
    T run() throws SQLException;
  }

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);

  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  private Database(Connection connection) {
    this.connection = connection;
  }

  /// Connects without touching the content, so that its version can be looked at first.
  static Database connect(Path file, Duration patience) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(Math.toIntExact(patience.toMillis()));
    // As a URI, because a plain name with a question mark would be cut there.
    return new Database(config.createConnection("jdbc:sqlite:" + uri(file)));
  }

  private static String uri(Path file) {
    String uri = file.toAbsolutePath().toUri().toString();
    // A Windows share has an authority, which SQLite takes only as part of the path.
    return uri.startsWith("file:///") ? uri : uri.replaceFirst("^file:/+", "file:////");
  }

  /// Runs several statements that give no rows.
  void script(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  /// A number such as `user_version`.
  int pragma(String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("PRAGMA " + name)) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  <T> List<T> list(String query, Reader<T> reader, @Nullable Object... parameters)
      throws SQLException {
    try (ResultSet rows = bound(query, parameters).executeQuery()) {
      List<T> list = new ArrayList<>();
      Row row = new Row(rows);
      while (rows.next()) {
        list.add(reader.read(row));
      }
      return list;
    }
  }

  <T> Optional<T> first(String query, Reader<T> reader, @Nullable Object... parameters)
      throws SQLException {
    try (ResultSet rows = bound(query, parameters).executeQuery()) {
      return rows.next() ? Optional.of(reader.read(new Row(rows))) : Optional.empty();
    }
  }

  void update(String statement, @Nullable Object... parameters) throws SQLException {
    bound(statement, parameters).executeUpdate();
  }

  /// Runs an INSERT that returns the id of its row.
  long insert(String statement, @Nullable Object... parameters) throws SQLException {
    return first(statement, row -> row.number("id"), parameters)
        .orElseThrow(() -> new SQLException("No id from " + statement));
  }

  Batch batch(String statement) throws SQLException {
    return new Batch(connection.prepareStatement(Sql.text(statement)));
  }

  /// Does all of `work` or nothing, whatever it throws.
  <T> T transaction(Work<T> work) throws SQLException {
    script("BEGIN IMMEDIATE");
    boolean done = false;
    try {
      T result = work.run();
      script("COMMIT");
      done = true;
      return result;
    } finally {
      if (!done) {
        rollback();
      }
    }
  }

  private void rollback() {
    try {
      script("ROLLBACK");
    } catch (SQLException e) {
      // After a full disk and the like SQLite has rolled back by itself.
      LOG.debug("No rollback: {}", e.getMessage());
    }
  }

  private PreparedStatement bound(String name, @Nullable Object... parameters) throws SQLException {
    PreparedStatement statement = statements.get(name);
    if (statement == null) {
      statement = connection.prepareStatement(Sql.text(name));
      statements.put(name, statement);
    }
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  @Override
  public void close() throws SQLException {
    try {
      for (PreparedStatement statement : statements.values()) {
        statement.close();
      }
    } finally {
      connection.close();
    }
  }
}
