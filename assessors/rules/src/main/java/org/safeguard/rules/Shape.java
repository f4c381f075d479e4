package org.safeguard.rules;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Recognises the forms that the parser gives to operators and macros.
final class Shape {

  private Shape() {}

  /// A component of something: `operand.name`, `operand.?name` or `has(operand.name)`.
  record Field(CelExpr operand, String name) {}

  /// `all`, `exists`, `filter` and their like.
  ///
  /// @param predicate the condition on each element
  /// @param decisive the value of the predicate that decides or selects
  record Quantifier(CelComprehension loop, CelExpr predicate, boolean decisive) {}

  static @Nullable Field field(CelExpr expr) {
    return switch (expr.getKind()) {
      case SELECT -> new Field(expr.select().operand(), expr.select().field());
      case CALL ->
          isCall(expr, "_?._") && expr.call().args().size() == 2
              ? optionalField(expr.call().args())
              : null;
      default -> null;
    };
  }

  private static @Nullable Field optionalField(List<CelExpr> args) {
    CelExpr name = args.get(1);
    return name.getKind() == CelExpr.ExprKind.Kind.CONSTANT
            && name.constant().getKind() == CelConstant.Kind.STRING_VALUE
        ? new Field(args.getFirst(), name.constant().stringValue())
        : null;
  }

  static boolean isCall(CelExpr expr, String function) {
    return expr.getKind() == CelExpr.ExprKind.Kind.CALL && expr.call().function().equals(function);
  }

  /// The position in `list[3]`, or null.
  static @Nullable Integer index(CelExpr expr) {
    if (!isCall(expr, "_[_]")) {
      return null;
    }
    CelExpr at = expr.call().args().get(1);
    return at.getKind() == CelExpr.ExprKind.Kind.CONSTANT
            && at.constant().getKind() == CelConstant.Kind.INT64_VALUE
        ? Integer.valueOf((int) at.constant().int64Value())
        : null;
  }

  /// `all` is decided by a false element, `exists` by a true one, and `filter` and `exists_one`
  /// select the true ones.
  static @Nullable Quantifier quantifier(CelComprehension loop) {
    CelExpr step = loop.loopStep();
    if (isCall(step, "_&&_")) {
      return new Quantifier(loop, step.call().args().get(1), false);
    }
    if (isCall(step, "_||_")) {
      return new Quantifier(loop, step.call().args().get(1), true);
    }
    if (isCall(step, "_?_:_")) {
      return new Quantifier(loop, step.call().args().getFirst(), true);
    }
    return null;
  }

  /// Whether this is what `cel.bind(name, value, body)` becomes.
  static boolean isBind(CelComprehension loop) {
    return loop.iterRange().getKind() == CelExpr.ExprKind.Kind.LIST
        && loop.iterRange().list().elements().isEmpty()
        && loop.loopStep().getKind() == CelExpr.ExprKind.Kind.IDENT;
  }

  /// The parts of anything but a comprehension, which has scopes of its own.
  static List<CelExpr> children(CelExpr expr) {
    return switch (expr.getKind()) {
      case SELECT -> List.of(expr.select().operand());
      case CALL -> {
        List<CelExpr> children = new ArrayList<>();
        expr.call().target().ifPresent(children::add);
        children.addAll(expr.call().args());
        yield children;
      }
      case LIST -> expr.list().elements();
      case STRUCT -> expr.struct().entries().stream().map(CelExpr.CelStruct.Entry::value).toList();
      case MAP ->
          expr.map().entries().stream()
              .flatMap(entry -> List.of(entry.key(), entry.value()).stream())
              .toList();
      case COMPREHENSION, CONSTANT, IDENT, NOT_SET -> List.of();
    };
  }
}
