package org.safeguard.document;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// What both readers share: bounds, dropped keys, and one copy of each short string.
final class TreeBuilder {

  private static final int POOLED_LENGTH = 64;
  private static final int POOL_SIZE = 1 << 16;

  private final Limits limits;
  private final Set<String> droppedKeys;
  private final Map<String, String> pool = new HashMap<>();
  private long nodes;

  TreeBuilder(Limits limits, Set<String> droppedKeys) {
    this.limits = limits;
    this.droppedKeys = droppedKeys;
  }

  boolean drops(String key) {
    return droppedKeys.contains(key);
  }

  void startDocument() {
    nodes = 0;
  }

  /// Counts values, so that neither a huge document nor an alias bomb gets past the bound.
  void count(long more, int line) throws MalformedDocumentException {
    nodes += more;
    if (nodes > limits.nodes()) {
      throw new MalformedDocumentException(
          line, "more than " + limits.nodes() + " values (aliases count as what they stand for)");
    }
  }

  long counted() {
    return nodes;
  }

  void checkDepth(int depth, int line) throws MalformedDocumentException {
    if (depth > limits.depth()) {
      throw new MalformedDocumentException(
          line, "nested deeper than " + limits.depth() + " levels");
    }
  }

  String pooled(String text) {
    if (text.length() > POOLED_LENGTH) {
      return text;
    }
    String known = pool.putIfAbsent(text, text);
    if (known != null) {
      return known;
    }
    if (pool.size() > POOL_SIZE) {
      pool.clear();
    }
    return text;
  }
}
