package org.safeguard.controlplane;

import java.util.ArrayList;
import java.util.List;

/// Splits a shell script into words as a POSIX shell does, as far as it matters for reading the
/// arguments of a program: quotes, escapes, continued lines, comments, and operators that end a
/// command. Variables and substitutions stay as they are written.
final class ShellWords {

  /// Stands where a command ends: a line break, `;`, `&`, `|`, a parenthesis or a redirection.
  static final String END = "\n";

  private final String script;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private int at;

  private ShellWords(String script) {
    this.script = script;
  }

  static List<String> of(String script) {
    return new ShellWords(script).split();
  }

  private List<String> split() {
    while (at < script.length()) {
      char c = script.charAt(at++);
      switch (c) {
        case '\\' -> escaped();
        case '\'', '"' -> quoted(c);
        case ' ', '\t', '\r' -> endWord();
        case '\n', ';', '&', '|', '(', ')', '<', '>' -> end();
        case '#' -> hash();
        default -> add(c);
      }
    }
    endWord();
    return words;
  }

  private void escaped() {
    if (at < script.length()) {
      char next = script.charAt(at++);
      if (next != '\n') {
        add(next);
      }
    }
  }

  private void quoted(char quote) {
    inWord = true;
    while (at < script.length()) {
      char c = script.charAt(at++);
      if (c == quote) {
        return;
      }
      boolean escapes = quote == '"' && c == '\\' && at < script.length();
      word.append(escapes ? script.charAt(at++) : c);
    }
  }

  private void hash() {
    if (inWord) {
      add('#');
      return;
    }
    while (at < script.length() && script.charAt(at) != '\n') {
      at++;
    }
  }

  private void add(char c) {
    inWord = true;
    word.append(c);
  }

  private void end() {
    endWord();
    words.add(END);
  }

  private void endWord() {
    if (inWord) {
      words.add(word.toString());
      word.setLength(0);
      inWord = false;
    }
  }
}
