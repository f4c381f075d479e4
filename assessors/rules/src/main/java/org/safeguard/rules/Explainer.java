package org.safeguard.rules;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Says which values decided the answer of an expression.
///
/// Follows the expression from the top: of `a && b` that is false only the false side counts, of
/// `list.all(e, …)` that is false only the elements that break it, and of an unknown answer only
/// what is unknown. Below that, every component that is read counts.
final class Explainer {

  private final Expression expression;
  private final PartFinder parts;
  private final Set<Trail> trails = new LinkedHashSet<>();

  Explainer(Expression expression, PartFinder parts) {
    this.expression = expression;
    this.parts = parts;
  }

  /// The trails to the deciding values, in the order of the expression.
  List<Trail> explain(Map<String, ?> variables) {
    Map<String, Trail> places = new HashMap<>();
    variables.keySet().forEach(name -> places.put(name, Trail.of(name)));
    explain(expression.root(), new Scope(new HashMap<>(variables), places));
    return List.copyOf(trails);
  }

  /// Values of the variables at some place, and where they come from as far as that is known.
  private record Scope(Map<String, Object> values, Map<String, Trail> places) {

    Scope with(String name, Object value, @Nullable Trail place) {
      Map<String, Object> moreValues = new HashMap<>(values);
      moreValues.put(name, value);
      Map<String, Trail> morePlaces = new HashMap<>(places);
      morePlaces.remove(name);
      if (place != null) {
        morePlaces.put(name, place);
      }
      return new Scope(moreValues, morePlaces);
    }
  }

  private void explain(CelExpr expr, Scope scope) {
    Trail trail = trail(expr, scope);
    if (trail != null) {
      trails.add(trail);
    } else if (Shape.isCall(expr, "_&&_")) {
      junction(expr, scope, false);
    } else if (Shape.isCall(expr, "_||_")) {
      junction(expr, scope, true);
    } else if (Shape.isCall(expr, "_?_:_")) {
      conditional(expr.call().args(), scope);
    } else if (expr.getKind() == CelExpr.ExprKind.Kind.COMPREHENSION) {
      comprehension(expr, expr.comprehension(), scope);
    } else {
      Shape.children(expr).forEach(child -> explain(child, scope));
    }
  }

  /// A side that decides alone hides the other; an unknown answer rests on its unknown sides.
  private void junction(CelExpr expr, Scope scope, boolean decisive) {
    List<CelExpr> sides = expr.call().args();
    List<Answer> answers = sides.stream().map(side -> answer(side, scope)).toList();
    boolean decided = answers.stream().anyMatch(answer -> is(answer, decisive));
    boolean unknown = answers.stream().anyMatch(Answer::isUnknown);
    for (int i = 0; i < sides.size(); i++) {
      Answer answer = answers.get(i);
      if (decided ? is(answer, decisive) : !unknown || answer.isUnknown()) {
        explain(sides.get(i), scope);
      }
    }
  }

  private void conditional(List<CelExpr> args, Scope scope) {
    Answer condition = answer(args.getFirst(), scope);
    explain(args.getFirst(), scope);
    if (!condition.isUnknown()) {
      explain(args.get(condition.isTrue() ? 1 : 2), scope);
    }
  }

  private void comprehension(CelExpr expr, CelComprehension loop, Scope scope) {
    if (Shape.isBind(loop)) {
      bind(loop, scope);
      return;
    }
    Answer range = answer(loop.iterRange(), scope);
    Shape.Quantifier quantifier = Shape.quantifier(loop);
    List<Scope> deciding =
        quantifier == null || range.isUnknown()
            ? List.of()
            : deciding(quantifier, answer(expr, scope), range.items(), scope);
    if (quantifier == null || deciding.isEmpty()) {
      explain(loop.iterRange(), scope);
    } else {
      deciding.forEach(element -> explain(quantifier.predicate(), element));
    }
  }

  private List<Scope> deciding(
      Shape.Quantifier quantifier, Answer whole, List<?> items, Scope scope) {
    CelComprehension loop = quantifier.loop();
    Trail range = trail(loop.iterRange(), scope);
    List<Scope> deciding = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Object item = items.get(i);
      Scope element = element(loop, i, item, range, scope);
      Answer answer = answer(quantifier.predicate(), element);
      if (whole.isUnknown() ? answer.isUnknown() : is(answer, quantifier.decisive())) {
        deciding.add(element);
      }
    }
    return deciding;
  }

  private Scope element(
      CelComprehension loop, int index, Object item, @Nullable Trail range, Scope scope) {
    Trail place = parts.isPart(item) ? partPlace(item, index, range) : range;
    return loop.iterVar2().isEmpty()
        ? scope.with(loop.iterVar(), item, place)
        : scope.with(loop.iterVar(), (long) index, null).with(loop.iterVar2(), item, place);
  }

  private @Nullable Trail partPlace(Object item, int index, @Nullable Trail range) {
    return range == null ? parts.find(item) : range.then(index);
  }

  private void bind(CelComprehension loop, Scope scope) {
    switch (answer(loop.accuInit(), scope)) {
      case Answer.Known(Object value) -> {
        Trail place = trail(loop.accuInit(), scope);
        if (place == null) {
          explain(loop.accuInit(), scope);
        }
        explain(loop.result(), scope.with(loop.accuVar(), value, place));
      }
      case Answer.Unknown _ -> explain(loop.accuInit(), scope);
    }
  }

  /// Where a chain of components leads, or null when `expr` is no such chain.
  private static @Nullable Trail trail(CelExpr expr, Scope scope) {
    if (expr.getKind() == CelExpr.ExprKind.Kind.IDENT) {
      return scope.places.get(expr.ident().name());
    }
    Shape.Field field = Shape.field(expr);
    if (field != null) {
      Trail operand = trail(field.operand(), scope);
      return operand == null ? null : operand.then(field.name());
    }
    Integer index = Shape.index(expr);
    if (index != null) {
      Trail operand = trail(expr.call().args().getFirst(), scope);
      return operand == null ? null : operand.then(index);
    }
    return null;
  }

  private Answer answer(CelExpr expr, Scope scope) {
    return expression.evaluate(expr, scope.values);
  }

  private static boolean is(Answer answer, boolean value) {
    return value ? answer.isTrue() : answer.isFalse();
  }
}
