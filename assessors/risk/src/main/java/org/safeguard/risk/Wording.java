package org.safeguard.risk;

import java.util.List;

/// Small pieces of English that several reasons share.
final class Wording {

  private Wording() {}

  /// `1 check`, `2 checks`.
  static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /// `a`, `a and b`, `a, b and c`.
  static String list(List<String> items) {
    int last = items.size() - 1;
    return last < 1
        ? String.join("", items)
        : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
  }

  /// The first `most` of `items`, and how many more there are.
  static String shortened(List<String> items, int most) {
    if (items.size() <= most) {
      return list(items);
    }
    return String.join(", ", items.subList(0, most)) + " and " + (items.size() - most) + " more";
  }

  /// The text up to its first full stop, without it.
  static String firstSentence(String text) {
    int end = text.indexOf(". ");
    String sentence = end < 0 ? text : text.substring(0, end);
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }
}
