package org.safeguard.rules;

import java.util.ArrayList;
import java.util.List;

/// Finds the operands of `&&` and `||` in an expression, at every depth, and takes them out one at
/// a time.
final class Operands {

  private final String source;
  private final int[] partner;
  private final boolean[] quoted;
  private final List<String> without = new ArrayList<>();

  private Operands(String source) {
    this.source = source;
    this.partner = new int[source.length()];
    this.quoted = new boolean[source.length()];
    scan();
  }

  /// The expressions that lack one operand each.
  static List<String> droppedFrom(String source) {
    Operands operands = new Operands(source);
    operands.group(0, source.length());
    return operands.without;
  }

  private void scan() {
    List<Integer> open = new ArrayList<>();
    char quote = 0;
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      if (quote != 0) {
        quoted[i] = true;
        if (c == '\\') {
          i++;
          quoted[i] = true;
        } else if (c == quote) {
          quote = 0;
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
        quoted[i] = true;
      } else if ("([{".indexOf(c) >= 0) {
        open.add(i);
      } else if (")]}".indexOf(c) >= 0) {
        int start = open.removeLast();
        partner[start] = i;
      }
    }
  }

  /// The text between two brackets, or the whole.
  private void group(int from, int to) {
    int start = from;
    for (int i = from; i < to; i = next(i)) {
      if (isSeparator(i)) {
        chain(start, i, "||");
        start = i + 1;
      }
    }
    chain(start, to, "||");
    for (int i = from; i < to; i = next(i)) {
      if (!quoted[i] && partner[i] > 0) {
        group(i + 1, partner[i]);
      }
    }
  }

  /// What ends a chain: a comma, or a part of a condition; not the `?` and `:` of optional members.
  private boolean isSeparator(int i) {
    char c = source.charAt(i);
    boolean question =
        c == '?' && i > 0 && source.charAt(i - 1) != '.' && source.charAt(i - 1) != '[';
    return !quoted[i] && (c == ',' || c == ':' || question);
  }

  private int next(int i) {
    return !quoted[i] && partner[i] > 0 ? partner[i] + 1 : i + 1;
  }

  private void chain(int from, int to, String operator) {
    List<int[]> parts = new ArrayList<>();
    int start = from;
    for (int i = from; i < to; i = next(i)) {
      if (!quoted[i] && i + 1 < to && source.startsWith(operator, i)) {
        parts.add(new int[] {start, i});
        start = i + operator.length();
        i++;
      }
    }
    parts.add(new int[] {start, to});
    for (int i = 0; parts.size() > 1 && i < parts.size(); i++) {
      int cutFrom = i == 0 ? parts.get(0)[0] : parts.get(i - 1)[1];
      int cutTo = i == 0 ? parts.get(1)[0] : parts.get(i)[1];
      without.add(source.substring(0, cutFrom) + " " + source.substring(cutTo));
    }
    if (operator.equals("||")) {
      parts.forEach(part -> chain(part[0], part[1], "&&"));
    }
  }
}
