package org.safeguard.objects;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safeguard.model.tree.JsonPointer;

/// A JSON pointer that makes each longer pointer only once. Ten thousand containers have the same
/// few hundred pointers, so they share them.
public final class Path {

  private final JsonPointer pointer;
  private final Map<String, Path> members = new HashMap<>(4);
  private final List<Path> items = new ArrayList<>(0);

  private Path(JsonPointer pointer) {
    this.pointer = pointer;
  }

  public static Path root() {
    return new Path(JsonPointer.ROOT);
  }

  public JsonPointer pointer() {
    return pointer;
  }

  public Path member(String key) {
    Path known = members.get(key);
    if (known == null) {
      known = new Path(pointer.child(key));
      members.put(key, known);
    }
    return known;
  }

  public Path item(int index) {
    while (items.size() <= index) {
      items.add(new Path(pointer.child(items.size())));
    }
    return items.get(index);
  }
}
