package org.safeguard.nodes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// A small table that lies beside the classes: content, which changes without the code. A line that
/// starts with `#` says where its rows come from.
final class Table {

  private final List<List<String>> rows;

  private Table(List<List<String>> rows) {
    this.rows = rows;
  }

  /// Reads a table whose columns `separator` parts.
  static Table read(String name, String separator) {
    try (InputStream in = Table.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The resource " + name + " is missing");
      }
      Pattern columns = Pattern.compile(separator);
      return new Table(
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> List.of(columns.split(line.strip())))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<List<String>> rows() {
    return rows;
  }
}
