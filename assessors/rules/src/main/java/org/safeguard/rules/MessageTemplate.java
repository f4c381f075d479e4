package org.safeguard.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A message with `{expression}` parts that give text; `{{` and `}}` stand for braces.
final class MessageTemplate {

  /// A stretch of the template.
  sealed interface Piece {
    record Text(String text) implements Piece {}

    /// @param offset of the expression in the template
    record Code(String source, int offset) implements Piece {}
  }

  private final List<Piece> pieces;
  private final List<Expression> expressions;

  /// @param expressions for the code pieces, in order
  MessageTemplate(List<Piece> pieces, List<Expression> expressions) {
    this.pieces = pieces;
    this.expressions = expressions;
  }

  /// The message for these values; what cannot be told reads `(unknown)`.
  String text(Map<String, ?> variables) {
    StringBuilder text = new StringBuilder();
    int next = 0;
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Text(String plain) -> text.append(plain);
        case Piece.Code _ -> text.append(text(expressions.get(next++).evaluate(variables)));
      }
    }
    return text.toString();
  }

  /// Whether a part of the message reads the variable.
  boolean mentions(String variable) {
    return expressions.stream().anyMatch(expression -> expression.reads().mentions(variable));
  }

  private static String text(Answer answer) {
    return switch (answer) {
      case Answer.Known(Object value) -> value.toString();
      case Answer.Unknown _ -> "(unknown)";
    };
  }

  /// Splits a template.
  ///
  /// @throws IllegalArgumentException when a brace is left open
  static List<Piece> split(String template) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    int at = 0;
    while (at < template.length()) {
      char c = template.charAt(at);
      if ((c == '{' || c == '}') && template.startsWith(String.valueOf(c), at + 1)) {
        plain.append(c);
        at += 2;
      } else if (c == '{') {
        int end = endOfCode(template, at + 1);
        pieces.add(new Piece.Text(plain.toString()));
        plain.setLength(0);
        pieces.add(new Piece.Code(template.substring(at + 1, end), at + 1));
        at = end + 1;
      } else {
        plain.append(c);
        at++;
      }
    }
    pieces.add(new Piece.Text(plain.toString()));
    return pieces;
  }

  private static int endOfCode(String template, int start) {
    int depth = 0;
    char quote = 0;
    for (int at = start; at < template.length(); at++) {
      char c = template.charAt(at);
      if (quote != 0) {
        if (c == '\\') {
          at++;
        } else if (c == quote) {
          quote = 0;
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && depth-- == 0) {
        return at;
      }
    }
    throw new IllegalArgumentException("the brace '{' is never closed");
  }
}
