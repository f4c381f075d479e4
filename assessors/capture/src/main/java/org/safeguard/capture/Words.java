package org.safeguard.capture;

/// The server's words, made fit to be shown: one line, and no more than a few.
final class Words {

  private Words() {}

  static String of(String text, int length) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
    return line.length() <= length ? line : line.substring(0, length) + "…";
  }
}
