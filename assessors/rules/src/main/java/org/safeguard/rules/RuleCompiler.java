package org.safeguard.rules;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.rule.Rule;

/// Compiles the expressions of rules and says what is wrong in them.
final class RuleCompiler {

  /// Where a character of a field's text stands.
  interface Places {
    /// @param field such as `pass`
    /// @param text the field's text
    /// @param offset of a character in it
    PackProblem problem(String field, String text, int offset, String message);
  }

  private final ExpressionCompiler expressions = new ExpressionCompiler();

  /// The compiled rule, or null when problems were added.
  @Nullable CompiledRule compile(Rule rule, Places places, List<PackProblem> problems) {
    FactKind kind = FactKind.named(rule.fact()).orElse(null);
    if (kind == null) {
      problems.add(places.problem("fact", rule.fact(), 0, unknownFact(rule.fact())));
      return null;
    }
    Fields fields = new Fields(kind, places, problems);
    Expression when =
        rule.when().isEmpty() || rule.when().equals("true")
            ? null
            : fields.expression("when", rule.when(), ExpressionCompiler.Wanted.TRUTH);
    Expression pass = fields.expression("pass", rule.pass(), ExpressionCompiler.Wanted.TRUTH);
    Expression evidence =
        rule.evidence().isEmpty()
            ? null
            : fields.expression("evidence", rule.evidence(), ExpressionCompiler.Wanted.PARTS);
    MessageTemplate message = fields.template("message", rule.message());
    return fields.faulty || pass == null || message == null
        ? null
        : new CompiledRule(rule, kind, when, pass, evidence, message);
  }

  private static String unknownFact(String fact) {
    List<String> known = new ArrayList<>();
    for (FactKind kind : FactKind.values()) {
      known.add(kind.title());
    }
    return "unknown fact '" + fact + "'; known are " + String.join(", ", known);
  }

  private final class Fields {
    private final FactKind kind;
    private final Places places;
    private final List<PackProblem> problems;
    private boolean faulty;

    Fields(FactKind kind, Places places, List<PackProblem> problems) {
      this.kind = kind;
      this.places = places;
      this.problems = problems;
    }

    @Nullable Expression expression(String field, String source, ExpressionCompiler.Wanted wanted) {
      return expression(field, source, source, 0, wanted);
    }

    private @Nullable Expression expression(
        String field, String text, String source, int start, ExpressionCompiler.Wanted wanted) {
      try {
        return expressions.compile(source, kind, wanted);
      } catch (ExpressionCompiler.FaultyExpressionException e) {
        faulty = true;
        for (ExpressionCompiler.Fault fault : e.faults()) {
          problems.add(places.problem(field, text, start + offset(source, fault), fault.message()));
        }
        return null;
      }
    }

    @Nullable MessageTemplate template(String field, String text) {
      List<MessageTemplate.Piece> pieces;
      try {
        pieces = MessageTemplate.split(text);
      } catch (IllegalArgumentException e) {
        faulty = true;
        problems.add(places.problem(field, text, 0, String.valueOf(e.getMessage())));
        return null;
      }
      List<Expression> compiled = new ArrayList<>();
      for (MessageTemplate.Piece piece : pieces) {
        if (piece instanceof MessageTemplate.Piece.Code(String source, int offset)) {
          Expression expression =
              expression(field, text, source, offset, ExpressionCompiler.Wanted.TEXT);
          if (expression != null) {
            compiled.add(expression);
          }
        }
      }
      return new MessageTemplate(pieces, compiled);
    }
  }

  private static int offset(String source, ExpressionCompiler.Fault fault) {
    int start = 0;
    for (int line = 1; line < fault.line(); line++) {
      int end = source.indexOf('\n', start);
      if (end < 0) {
        break;
      }
      start = end + 1;
    }
    return Math.min(source.length(), start + fault.column());
  }
}
