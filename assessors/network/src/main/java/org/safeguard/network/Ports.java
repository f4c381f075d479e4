package org.safeguard.network;

import java.util.Arrays;
import java.util.StringJoiner;

/// A set of port numbers as ranges that neither overlap nor touch.
final class Ports {

  static final int FIRST = 1;
  static final int LAST = 65535;
  static final Ports NONE = new Ports();
  static final Ports ALL = new Ports(FIRST, LAST);

  /// First and last port of each range, in order.
  private final int[] bounds;

  private Ports(int... bounds) {
    this.bounds = bounds;
  }

  /// The ports of a range, both ends included; none where it holds none.
  static Ports range(long first, long last) {
    int from = (int) Math.max(first, FIRST);
    int to = (int) Math.min(last, LAST);
    if (first > LAST || last < FIRST || from > to) {
      return NONE;
    }
    return from == FIRST && to == LAST ? ALL : new Ports(from, to);
  }

  boolean isEmpty() {
    return bounds.length == 0;
  }

  boolean isAll() {
    return bounds.length == 2 && bounds[0] == FIRST && bounds[1] == LAST;
  }

  boolean contains(int port) {
    for (int i = 0; i < bounds.length; i += 2) {
      if (port >= bounds[i] && port <= bounds[i + 1]) {
        return true;
      }
    }
    return false;
  }

  Ports union(Ports other) {
    if (isEmpty() || other.isAll()) {
      return other;
    }
    return other.isEmpty() || isAll() ? this : inverse().intersection(other.inverse()).inverse();
  }

  Ports minus(Ports other) {
    return intersection(other.inverse());
  }

  Ports intersection(Ports other) {
    int[] found = new int[bounds.length + other.bounds.length + 2];
    int size = 0;
    int i = 0;
    int j = 0;
    while (i < bounds.length && j < other.bounds.length) {
      int from = Math.max(bounds[i], other.bounds[j]);
      int to = Math.min(bounds[i + 1], other.bounds[j + 1]);
      if (from <= to) {
        found[size++] = from;
        found[size++] = to;
      }
      if (bounds[i + 1] < other.bounds[j + 1]) {
        i += 2;
      } else {
        j += 2;
      }
    }
    return new Ports(Arrays.copyOf(found, size));
  }

  private Ports inverse() {
    int[] found = new int[bounds.length + 2];
    int size = 0;
    int next = FIRST;
    for (int i = 0; i < bounds.length; i += 2) {
      if (next < bounds[i]) {
        found[size++] = next;
        found[size++] = bounds[i] - 1;
      }
      next = bounds[i + 1] + 1;
    }
    if (next <= LAST) {
      found[size++] = next;
      found[size++] = LAST;
    }
    return new Ports(Arrays.copyOf(found, size));
  }

  /// Such as `80-90,443`.
  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(",");
    for (int i = 0; i < bounds.length; i += 2) {
      text.add(bounds[i] == bounds[i + 1] ? "" + bounds[i] : bounds[i] + "-" + bounds[i + 1]);
    }
    return text.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Ports that && Arrays.equals(bounds, that.bounds);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bounds);
  }
}
