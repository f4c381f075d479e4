package org.safeguard.redaction;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The way from the root of an object to where the redactor is, and its pattern for the report.
final class Places {

  /// Members of these have names of the users.
  private static final Set<String> MAPS =
      Set.of(
          "annotations",
          "Annotations",
          "labels",
          "matchLabels",
          "data",
          "binaryData",
          "stringData",
          "Data",
          "StringData");

  private static final Pattern FIELD = Pattern.compile("[A-Za-z$_][A-Za-z0-9_-]{0,60}");
  private static final String ITEM = "*";

  private String[] keys = new String[16];
  private int depth;
  private final Step root = new Step("", false);

  void enter(String key) {
    if (depth == keys.length) {
      keys = Arrays.copyOf(keys, depth * 2);
    }
    keys[depth++] = key;
  }

  void enterItem() {
    enter(ITEM);
  }

  void leave() {
    depth--;
  }

  /// The key `up` steps above, from 0 for the innermost; empty above the root.
  String key(int up) {
    return depth > up ? keys[depth - 1 - up] : "";
  }

  /// The way with `*` for names and positions. Each pattern is made only once.
  String pattern() {
    Step step = root;
    for (int i = 0; i < depth; i++) {
      step = step.next(keys[i]);
    }
    return step.pattern;
  }

  private static final class Step {

    private static final int MOST_MEMBERS = 1_000;

    private final String pattern;
    private final boolean namesOfUsers;
    private final Map<String, Step> members = new HashMap<>();

    Step(String pattern, boolean namesOfUsers) {
      this.pattern = pattern;
      this.namesOfUsers = namesOfUsers;
    }

    Step next(String key) {
      Step known = members.get(namesOfUsers ? ITEM : key);
      if (known != null) {
        return known;
      }
      boolean field = !namesOfUsers && FIELD.matcher(key).matches();
      String shown = field && members.size() < MOST_MEMBERS ? key : ITEM;
      return members.computeIfAbsent(
          shown, _ -> new Step(pattern + '/' + shown, MAPS.contains(key)));
    }
  }
}
