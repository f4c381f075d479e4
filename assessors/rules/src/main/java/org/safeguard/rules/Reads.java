package org.safeguard.rules;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// What an expression reads, from its checked syntax tree.
///
/// @param components by variable, the components read from it; [#WHOLE] when it is used as a whole
/// @param parts by type name, the components read from values of that type anywhere
record Reads(Map<String, Set<String>> components, Map<String, Set<String>> parts) {

  /// Stands for all components of a variable.
  static final String WHOLE = "";

  static final Reads NONE = new Reads(Map.of(), Map.of());

  static Reads of(CelAbstractSyntaxTree ast) {
    Collector collector = new Collector(ast);
    collector.visit(ast.getExpr(), Set.of());
    return new Reads(collector.components, collector.parts);
  }

  boolean mentions(String variable) {
    return components.containsKey(variable);
  }

  Reads and(Reads other) {
    return new Reads(merged(components, other.components), merged(parts, other.parts));
  }

  private static Map<String, Set<String>> merged(
      Map<String, Set<String>> one, Map<String, Set<String>> other) {
    Map<String, Set<String>> all = new LinkedHashMap<>();
    one.forEach((key, values) -> all.put(key, new LinkedHashSet<>(values)));
    other.forEach(
        (key, values) -> all.computeIfAbsent(key, _ -> new LinkedHashSet<>()).addAll(values));
    return all;
  }

  private static final class Collector {
    private final CelAbstractSyntaxTree ast;
    private final Map<String, Set<String>> components = new LinkedHashMap<>();
    private final Map<String, Set<String>> parts = new LinkedHashMap<>();

    Collector(CelAbstractSyntaxTree ast) {
      this.ast = ast;
    }

    void visit(CelExpr expr, Set<String> locals) {
      Shape.Field field = Shape.field(expr);
      if (field != null) {
        note(field, locals);
        return;
      }
      switch (expr.getKind()) {
        case IDENT -> read(expr.ident().name(), WHOLE, locals);
        case COMPREHENSION -> visitComprehension(expr.comprehension(), locals);
        default -> Shape.children(expr).forEach(child -> visit(child, locals));
      }
    }

    private void note(Shape.Field field, Set<String> locals) {
      ast.getType(field.operand().id())
          .map(CelType::name)
          .ifPresent(
              type -> parts.computeIfAbsent(type, _ -> new LinkedHashSet<>()).add(field.name()));
      if (field.operand().getKind() == CelExpr.ExprKind.Kind.IDENT) {
        read(field.operand().ident().name(), field.name(), locals);
      } else {
        visit(field.operand(), locals);
      }
    }

    private void read(String variable, String component, Set<String> locals) {
      if (!locals.contains(variable)) {
        components.computeIfAbsent(variable, _ -> new LinkedHashSet<>()).add(component);
      }
    }

    private void visitComprehension(CelExpr.CelComprehension comprehension, Set<String> locals) {
      visit(comprehension.iterRange(), locals);
      visit(comprehension.accuInit(), locals);
      Set<String> inner = new LinkedHashSet<>(locals);
      inner.add(comprehension.iterVar());
      inner.add(comprehension.iterVar2());
      inner.add(comprehension.accuVar());
      visit(comprehension.loopCondition(), inner);
      visit(comprehension.loopStep(), inner);
      visit(comprehension.result(), inner);
    }
  }
}
