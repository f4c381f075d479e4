package org.safeguard.cli;

import java.util.Locale;

/// Names of states as people read them.
final class Words {

  private Words() {}

  /// `NOT_ASSESSED` as `not assessed`.
  static String of(Enum<?> state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// `1 file`, `2,000 files`.
  static String count(long count, String one, String many) {
    return "%,d %s".formatted(count, count == 1 ? one : many);
  }

  /// A stranger's words on one line, which must not steer the terminal.
  static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }
}
