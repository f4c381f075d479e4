package org.safeguard.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gives each set of connections a number, and remembers what was computed of two of them: a
/// cluster with millions of pairs has a few dozen different sets.
final class ConnectionTable {

  static final int NONE = 0;
  static final int ALL = 1;

  /// Answers by two numbers; each is one more than it says, so that 0 means not known yet.
  private static final class Answers {
    private int[][] rows = new int[16][];

    int get(int a, int b) {
      int[] row = a < rows.length ? rows[a] : null;
      return row != null && b < row.length ? row[b] - 1 : -1;
    }

    int put(int a, int b, int answer) {
      if (a >= rows.length) {
        rows = Arrays.copyOf(rows, Math.max(a + 1, 2 * rows.length));
      }
      int[] row = rows[a] == null ? new int[16] : rows[a];
      if (b >= row.length) {
        row = Arrays.copyOf(row, Math.max(b + 1, 2 * row.length));
      }
      row[b] = answer + 1;
      rows[a] = row;
      return answer;
    }
  }

  private final List<Connections> sets = new ArrayList<>();
  private final Map<Connections, Integer> numbers = new HashMap<>();
  private final Answers unions = new Answers();
  private final Answers intersections = new Answers();
  private final Answers differences = new Answers();

  ConnectionTable() {
    number(Connections.NONE);
    number(Connections.ALL);
  }

  int number(Connections connections) {
    Integer known = numbers.get(connections);
    if (known != null) {
      return known;
    }
    sets.add(connections);
    numbers.put(connections, sets.size() - 1);
    return sets.size() - 1;
  }

  Connections get(int number) {
    return sets.get(number);
  }

  int union(int a, int b) {
    if (a == b || b == NONE || a == ALL) {
      return a;
    }
    if (a == NONE || b == ALL) {
      return b;
    }
    int known = unions.get(a, b);
    return known >= 0 ? known : unions.put(a, b, number(sets.get(a).union(sets.get(b))));
  }

  int intersection(int a, int b) {
    if (a == b || b == ALL || a == NONE) {
      return a;
    }
    if (a == ALL || b == NONE) {
      return b;
    }
    int known = intersections.get(a, b);
    return known >= 0
        ? known
        : intersections.put(a, b, number(sets.get(a).intersection(sets.get(b))));
  }

  int minus(int a, int b) {
    if (a == NONE || b == NONE) {
      return a;
    }
    if (a == b || b == ALL) {
      return NONE;
    }
    int known = differences.get(a, b);
    return known >= 0 ? known : differences.put(a, b, number(sets.get(a).minus(sets.get(b))));
  }
}
