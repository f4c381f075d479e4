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

  /// A rule, and how to name places in it.
  record Source(Rule rule, Places places) {}

  private final ExpressionCompiler expressions = new ExpressionCompiler();

  /// The rules without fault, in the same order; `problems` gets the faults of the others.
  List<CompiledRule> compile(List<Source> sources, List<PackProblem> problems) {
    List<Draft> drafts = new ArrayList<>();
    for (Source source : sources) {
      FactKind kind = FactKind.named(source.rule().fact()).orElse(null);
      if (kind == null) {
        String fact = source.rule().fact();
        problems.add(source.places().problem("fact", fact, 0, unknownFact(fact)));
      } else {
        drafts.add(new Draft(source, kind, problems));
      }
    }
    List<ExpressionCompiler.Request> requests = new ArrayList<>();
    drafts.forEach(draft -> draft.pieces.forEach(piece -> requests.add(piece.request())));
    var results = expressions.compile(requests).iterator();
    List<CompiledRule> compiled = new ArrayList<>();
    for (Draft draft : drafts) {
      for (Draft.Piece piece : draft.pieces) {
        draft.take(piece, results.next());
      }
      CompiledRule rule = draft.compiled();
      if (rule != null) {
        compiled.add(rule);
      }
    }
    return compiled;
  }

  private static String unknownFact(String fact) {
    List<String> known = new ArrayList<>();
    for (FactKind kind : FactKind.values()) {
      known.add(kind.title());
    }
    return "unknown fact '" + fact + "'; known are " + String.join(", ", known);
  }

  /// A rule whose expressions are being compiled.
  private static final class Draft {

    /// An expression in a field.
    ///
    /// @param text the field's whole text
    /// @param start where the expression starts in it
    record Piece(String field, String text, int start, ExpressionCompiler.Request request) {}

    private final Source source;
    private final FactKind kind;
    private final List<PackProblem> problems;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<MessageTemplate.Piece> template = new ArrayList<>();
    private final List<Expression> message = new ArrayList<>();
    private @Nullable Expression when;
    private @Nullable Expression pass;
    private @Nullable Expression evidence;
    private boolean faulty;

    Draft(Source source, FactKind kind, List<PackProblem> problems) {
      this.source = source;
      this.kind = kind;
      this.problems = problems;
      Rule rule = source.rule();
      if (!rule.when().equals("true")) {
        add("when", rule.when(), ExpressionCompiler.Wanted.TRUTH);
      }
      add("pass", rule.pass(), ExpressionCompiler.Wanted.TRUTH);
      add("evidence", rule.evidence(), ExpressionCompiler.Wanted.PARTS);
      addMessage(rule.message());
    }

    private void add(String field, String text, ExpressionCompiler.Wanted wanted) {
      if (!text.isEmpty()) {
        pieces.add(new Piece(field, text, 0, new ExpressionCompiler.Request(text, kind, wanted)));
      }
    }

    private void addMessage(String text) {
      try {
        template.addAll(MessageTemplate.split(text));
      } catch (IllegalArgumentException e) {
        note("message", text, 0, String.valueOf(e.getMessage()));
      }
      for (MessageTemplate.Piece piece : template) {
        if (piece instanceof MessageTemplate.Piece.Code(String code, int offset)) {
          var request = new ExpressionCompiler.Request(code, kind, ExpressionCompiler.Wanted.TEXT);
          pieces.add(new Piece("message", text, offset, request));
        }
      }
    }

    void take(Piece piece, ExpressionCompiler.Result result) {
      switch (result) {
        case ExpressionCompiler.Result.Compiled(Expression expression) ->
            keep(piece.field(), expression);
        case ExpressionCompiler.Result.Faulty(List<ExpressionCompiler.Fault> faults) ->
            faults.forEach(
                fault ->
                    note(
                        piece.field(),
                        piece.text(),
                        piece.start() + offset(piece.request().source(), fault),
                        fault.message()));
      }
    }

    private void keep(String field, Expression expression) {
      switch (field) {
        case "when" -> when = expression;
        case "pass" -> pass = expression;
        case "evidence" -> evidence = expression;
        default -> message.add(expression);
      }
    }

    private void note(String field, String text, int offset, String what) {
      faulty = true;
      problems.add(source.places().problem(field, text, offset, what));
    }

    @Nullable CompiledRule compiled() {
      return faulty || pass == null
          ? null
          : new CompiledRule(
              source.rule(), kind, when, pass, evidence, new MessageTemplate(template, message));
    }

    private static int offset(String text, ExpressionCompiler.Fault fault) {
      int start = 0;
      for (int line = 1; line < fault.line(); line++) {
        int end = text.indexOf('\n', start);
        if (end < 0) {
          break;
        }
        start = end + 1;
      }
      return Math.min(text.length(), start + fault.column());
    }
  }
}
