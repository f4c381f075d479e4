package org.safeguard.rules;

import dev.cel.bundle.Cel;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.UnknownEvidenceException;

/// A type-checked expression. Safe for use by several threads.
final class Expression {

  private final String source;
  private final Cel cel;
  private final CelAbstractSyntaxTree ast;
  private final Reads reads;
  private final Map<Long, Program> programs = new ConcurrentHashMap<>();

  Expression(String source, Cel cel, CelAbstractSyntaxTree ast) {
    this.source = source;
    this.cel = cel;
    this.ast = ast;
    this.reads = Reads.of(ast);
  }

  String source() {
    return source;
  }

  /// The components it reads.
  Reads reads() {
    return reads;
  }

  CelExpr root() {
    return ast.getExpr();
  }

  Answer evaluate(Map<String, ?> variables) {
    return evaluate(ast.getExpr(), variables);
  }

  /// Evaluates a part of the expression, so that an answer can be explained by its parts.
  ///
  /// @param variables those of the expression, and those of the comprehensions around the part
  Answer evaluate(CelExpr part, Map<String, ?> variables) {
    try {
      return new Answer.Known(program(part).eval(variables));
    } catch (CelEvaluationException e) {
      return new Answer.Unknown(cause(e));
    }
  }

  private Program program(CelExpr part) throws CelEvaluationException {
    Program known = programs.get(part.id());
    if (known != null) {
      return known;
    }
    Program planned =
        cel.createProgram(
            CelAbstractSyntaxTree.newCheckedAst(
                part, ast.getSource(), ast.getReferenceMap(), ast.getTypeMap()));
    programs.put(part.id(), planned);
    return planned;
  }

  private Cause cause(CelEvaluationException thrown) {
    Throwable at = thrown;
    while (at != null) {
      if (at instanceof UnknownEvidenceException unknown) {
        return unknown.evidenceCause();
      }
      at = at.getCause();
    }
    return new Cause(
        Cause.Code.EXPRESSION_ERROR,
        "the expression `" + source + "` cannot be evaluated: " + plain(thrown));
  }

  /// Without the position, which is not one in this expression.
  private static String plain(CelEvaluationException thrown) {
    return String.valueOf(thrown.getMessage()).replaceFirst("^evaluation error[^:]*:[0-9]+: ", "");
  }
}
