package org.safeguard.engagement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A row of an answer. A value that should be there and is not means a damaged file.
final class Row {

  private final ResultSet rows;

  Row(ResultSet rows) {
    this.rows = rows;
  }

  String text(String column) throws SQLException {
    return present(rows.getString(column), column);
  }

  @Nullable String textOrNull(String column) throws SQLException {
    return rows.getString(column);
  }

  byte[] bytes(String column) throws SQLException {
    return present(rows.getBytes(column), column);
  }

  long number(String column) throws SQLException {
    return rows.getLong(column);
  }

  int count(String column) throws SQLException {
    long number = rows.getLong(column);
    if (number < 0 || number > Integer.MAX_VALUE) {
      throw new DamagedException(column + " " + number);
    }
    return (int) number;
  }

  boolean flag(String column) throws SQLException {
    return switch (count(column)) {
      case 0 -> false;
      case 1 -> true;
      default -> throw new DamagedException(column + " is neither 0 nor 1");
    };
  }

  <E extends Enum<E>> E oneOf(Class<E> type, String column) throws SQLException {
    String name = text(column);
    try {
      return Enum.valueOf(type, name);
    } catch (IllegalArgumentException e) {
      throw new DamagedException(column + " " + name, e);
    }
  }

  Instant instant(String column) throws SQLException {
    return instant(column, text(column));
  }

  @Nullable Instant instantOrNull(String column) throws SQLException {
    String text = rows.getString(column);
    return text == null ? null : instant(column, text);
  }

  static Instant instant(String column, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw new DamagedException(column + " " + text, e);
    }
  }

  private static <T> T present(@Nullable T value, String column) {
    if (value == null) {
      throw new DamagedException("no " + column);
    }
    return value;
  }
}
