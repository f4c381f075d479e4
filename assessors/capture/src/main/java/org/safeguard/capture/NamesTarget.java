package org.safeguard.capture;

import java.util.List;
import java.util.TreeSet;
import org.safeguard.model.tree.ObjectNode;

/// Keeps the names of a list's members, and nothing else.
final class NamesTarget implements ListTarget {

  private static final int MAX = 100_000;

  private final TreeSet<String> names = new TreeSet<>();

  @Override
  public void add(ObjectNode object) {
    if (names.size() < MAX) {
      object.object("metadata").text("name").ifPresent(names::add);
    }
  }

  @Override
  public boolean restart() {
    names.clear();
    return true;
  }

  List<String> sorted() {
    return List.copyOf(names);
  }
}
