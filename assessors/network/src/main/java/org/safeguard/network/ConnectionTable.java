package org.safeguard.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gives each set of connections a number, and remembers what was computed of two of them: a
/// cluster with millions of pairs has a few dozen different sets.
final class ConnectionTable {

  static final int NONE = 0;
  static final int ALL = 1;

  private final List<Connections> sets = new ArrayList<>();
  private final Map<Connections, Integer> numbers = new HashMap<>();
  private final Map<Long, Integer> unions = new HashMap<>();
  private final Map<Long, Integer> intersections = new HashMap<>();
  private final Map<Long, Integer> differences = new HashMap<>();

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
    long key = Math.min(a, b) * 0x1_0000_0000L + Math.max(a, b);
    Integer known = unions.get(key);
    if (known == null) {
      known = number(sets.get(a).union(sets.get(b)));
      unions.put(key, known);
    }
    return known;
  }

  int intersection(int a, int b) {
    if (a == b || b == ALL || a == NONE) {
      return a;
    }
    if (a == ALL || b == NONE) {
      return b;
    }
    long key = Math.min(a, b) * 0x1_0000_0000L + Math.max(a, b);
    Integer known = intersections.get(key);
    if (known == null) {
      known = number(sets.get(a).intersection(sets.get(b)));
      intersections.put(key, known);
    }
    return known;
  }

  int minus(int a, int b) {
    if (a == NONE || b == NONE) {
      return a;
    }
    if (a == b || b == ALL) {
      return NONE;
    }
    long key = a * 0x1_0000_0000L + b;
    Integer known = differences.get(key);
    if (known == null) {
      known = number(sets.get(a).minus(sets.get(b)));
      differences.put(key, known);
    }
    return known;
  }
}
