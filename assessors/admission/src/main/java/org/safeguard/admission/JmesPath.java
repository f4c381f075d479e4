package org.safeguard.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The part of [JMESPath](https://jmespath.org/specification.html) that published Kyverno policies
/// use most: names, lists, flattening, alternatives, literals and a few functions. Anything else
/// gives no answer.
final class JmesPath {

  /// Something that is not known here.
  private static final class UntoldException extends Exception {
    private static final long serialVersionUID = 1;
  }

  private final String text;
  private int at;

  private JmesPath(String text) {
    this.text = text;
  }

  /// A result; its value is null where the path leads nowhere.
  record Result(@Nullable Object value) {}

  static Optional<Result> evaluate(String path, Object root) {
    JmesPath parser = new JmesPath(path.strip());
    try {
      Object value = parser.alternatives(root);
      parser.blank();
      return parser.at == parser.text.length() ? Optional.of(new Result(value)) : Optional.empty();
    } catch (UntoldException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private @Nullable Object alternatives(@Nullable Object root) throws UntoldException {
    Object value = chain(root);
    blank();
    while (take("||")) {
      Object other = chain(root);
      value = isEmpty(value) ? other : value;
      blank();
    }
    return value;
  }

  private static boolean isEmpty(@Nullable Object value) {
    return value == null
        || value.equals("")
        || value.equals(false)
        || value instanceof List<?> list && list.isEmpty()
        || value instanceof Map<?, ?> map && map.isEmpty();
  }

  private @Nullable Object chain(@Nullable Object root) throws UntoldException {
    blank();
    Object value = first(root);
    boolean projected = false;
    while (at < text.length()) {
      if (take("[]")) {
        value = flattened(value, projected);
        projected = true;
      } else if (take("[*]")) {
        projected = true;
      } else if (take(".[")) {
        at--;
        value = multiselect(value);
        projected = false;
      } else if (take(".")) {
        String name = name();
        value = projected ? each(value, name) : member(value, name);
      } else {
        break;
      }
    }
    return value;
  }

  private @Nullable Object first(@Nullable Object root) throws UntoldException {
    if (take("@")) {
      return root;
    }
    if (peek('`')) {
      return literal('`');
    }
    if (peek('\'')) {
      return literal('\'');
    }
    if (take("(")) {
      Object value = alternatives(root);
      expect(")");
      return value;
    }
    String name = name();
    if (take("(")) {
      return function(name, root);
    }
    if (root instanceof Map<?, ?> context && !context.containsKey(name)) {
      throw new UntoldException(); // a variable of the policy or of the engine
    }
    return member(root, name);
  }

  private Object literal(char quote) throws UntoldException {
    int end = text.indexOf(quote, at + 1);
    if (end < 0) {
      throw new UntoldException();
    }
    String inside = text.substring(at + 1, end);
    at = end + 1;
    if (quote == '\'') {
      return inside;
    }
    return switch (inside) {
      case "[]" -> List.of();
      case "{}" -> Map.of();
      case "true" -> true;
      case "false" -> false;
      default -> inside.matches("-?[0-9]+") ? Long.valueOf(inside) : inside.replace("\"", "");
    };
  }

  private @Nullable Object function(String name, @Nullable Object root) throws UntoldException {
    List<@Nullable Object> arguments = new ArrayList<>();
    while (!take(")")) {
      arguments.add(alternatives(root));
      blank();
      take(",");
    }
    Object one = arguments.isEmpty() ? null : arguments.getFirst();
    return switch (name) {
      case "length" -> one instanceof List<?> list ? (Object) (long) list.size() : untold();
      case "keys" -> one instanceof Map<?, ?> map ? List.copyOf(map.keySet()) : untold();
      case "not_null" -> arguments.stream().filter(v -> v != null).findFirst().orElse(null);
      case "to_string" -> String.valueOf(one);
      default -> untold();
    };
  }

  private static Object untold() throws UntoldException {
    throw new UntoldException();
  }

  private @Nullable Object multiselect(@Nullable Object value) throws UntoldException {
    expect("[");
    List<@Nullable Object> selected = new ArrayList<>();
    while (!take("]")) {
      blank();
      selected.add(member(value, name()));
      blank();
      take(",");
    }
    return selected;
  }

  private static List<Object> flattened(@Nullable Object value, boolean projected) {
    List<Object> flat = new ArrayList<>();
    if (value instanceof List<?> items) {
      for (Object item : items) {
        if (item instanceof List<?> inner) {
          inner.stream().filter(i -> i != null).forEach(flat::add);
        } else if (item != null) {
          flat.add(item);
        }
      }
    }
    return flat;
  }

  private static List<Object> each(@Nullable Object value, String name) {
    List<Object> found = new ArrayList<>();
    if (value instanceof List<?> items) {
      for (Object item : items) {
        Object member = member(item, name);
        if (member != null) {
          found.add(member);
        }
      }
    }
    return found;
  }

  private static @Nullable Object member(@Nullable Object value, String name) {
    return value instanceof Map<?, ?> map ? map.get(name) : null;
  }

  private String name() throws UntoldException {
    blank();
    if (peek('"')) {
      int end = text.indexOf('"', at + 1);
      if (end < 0) {
        throw new UntoldException();
      }
      String quoted = text.substring(at + 1, end);
      at = end + 1;
      return quoted;
    }
    int start = at;
    while (at < text.length()
        && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
      at++;
    }
    if (at == start) {
      throw new UntoldException();
    }
    return text.substring(start, at);
  }

  private void blank() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private boolean peek(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private boolean take(String token) {
    if (text.startsWith(token, at)) {
      at += token.length();
      return true;
    }
    return false;
  }

  private void expect(String token) throws UntoldException {
    blank();
    if (!take(token)) {
      throw new UntoldException();
    }
  }
}
