package org.safeguard.rules;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelNativeTypesExtensions;
import dev.cel.parser.CelStandardMacro;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.safeguard.model.fact.PolicyRule;

/// Turns expression text into checked expressions over facts.
final class ExpressionCompiler {

  private static final CelOptions OPTIONS =
      CelOptions.current().enableHeterogeneousNumericComparisons(true).build();

  private final Cel cel = environment();

  /// What an expression must give.
  enum Wanted {
    TRUTH("a Boolean"),
    TEXT("text"),
    PARTS("a fact, a part of one, or a list of them");

    private final String words;

    Wanted(String words) {
      this.words = words;
    }

    private boolean accepts(CelType type) {
      return switch (this) {
        case TRUTH -> type.equals(SimpleType.BOOL);
        case TEXT -> type.equals(SimpleType.STRING);
        case PARTS -> isPart(type) || type instanceof ListType list && isPart(list.elemType());
      };
    }

    private static boolean isPart(CelType type) {
      return type.name().startsWith(PolicyRule.class.getPackageName() + ".");
    }
  }

  /// Something wrong in an expression.
  ///
  /// @param line in the expression, from 1
  /// @param column in that line, from 0
  /// @param message what is wrong
  record Fault(int line, int column, String message) {}

  /// An expression that is wrong.
  static final class FaultyExpressionException extends Exception {
    private final transient List<Fault> faults;

    FaultyExpressionException(List<Fault> faults) {
      super(faults.getFirst().message());
      this.faults = faults;
    }

    List<Fault> faults() {
      return faults;
    }
  }

  /// Checks and prepares an expression of a rule over `kind`.
  Expression compile(String source, FactKind kind, Wanted wanted) throws FaultyExpressionException {
    CelValidationResult result = cel.compile(source);
    if (result.hasError()) {
      throw new FaultyExpressionException(
          result.getErrors().stream().map(ExpressionCompiler::fault).toList());
    }
    try {
      Expression expression = new Expression(source, cel, result.getAst());
      checkType(result.getAst().getResultType(), wanted);
      checkVariables(expression, kind);
      return expression;
    } catch (CelValidationException e) {
      throw new IllegalStateException("CEL hid an error", e);
    }
  }

  private static Fault fault(CelIssue issue) {
    return new Fault(
        Math.max(1, issue.getSourceLocation().getLine()),
        Math.max(0, issue.getSourceLocation().getColumn()),
        plain(issue.getMessage()));
  }

  /// Names our types as rule authors know them.
  private static String plain(String message) {
    return message.replace(PolicyRule.class.getPackageName() + ".", "").replaceAll("\\s+", " ");
  }

  private static void checkType(CelType type, Wanted wanted) throws FaultyExpressionException {
    if (!wanted.accepts(type)) {
      String hint = type.equals(SimpleType.DYN) ? "; compare it, or convert it with string(…)" : "";
      throw new FaultyExpressionException(
          List.of(
              new Fault(
                  1,
                  0,
                  "the expression gives " + plain(name(type)) + ", not " + wanted.words + hint)));
    }
  }

  private static String name(CelType type) {
    return type instanceof ListType list ? "list(" + name(list.elemType()) + ")" : type.name();
  }

  private static void checkVariables(Expression expression, FactKind kind)
      throws FaultyExpressionException {
    Set<String> used = new TreeSet<>(expression.reads().components().keySet());
    Arrays.stream(FactKind.values())
        .map(FactKind::variable)
        .filter(kind.variables()::contains)
        .forEach(used::remove);
    used.remove(FactKind.OBJECT);
    for (String variable : used) {
      if (Arrays.stream(FactKind.values()).anyMatch(k -> k.variable().equals(variable))) {
        throw new FaultyExpressionException(
            List.of(
                new Fault(
                    1,
                    Math.max(0, expression.source().indexOf(variable)),
                    "a rule over "
                        + kind.title()
                        + " has no variable '"
                        + variable
                        + "'; it has "
                        + String.join(", ", kind.variables())
                        + " and object")));
      }
    }
  }

  private static Cel environment() {
    CelNativeTypesExtensions facts =
        CelExtensions.nativeTypes(
            Arrays.stream(FactKind.values()).map(FactKind::type).toArray(Class<?>[]::new));
    CelBuilder builder =
        CelFactory.plannerCelBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addCompilerLibraries(
                facts,
                CelExtensions.optional(),
                CelExtensions.strings(),
                CelExtensions.sets(OPTIONS),
                CelExtensions.lists(),
                CelExtensions.bindings())
            .addRuntimeLibraries(
                facts,
                CelExtensions.optional(),
                CelExtensions.strings(),
                CelExtensions.sets(OPTIONS),
                CelExtensions.lists())
            .addVar(FactKind.OBJECT, MapType.create(SimpleType.STRING, SimpleType.DYN));
    for (FactKind kind : FactKind.values()) {
      builder.addVar(kind.variable(), StructTypeReference.create(kind.type().getCanonicalName()));
    }
    for (DomainFunction function : DomainFunction.values()) {
      builder.addFunctionDeclarations(function.declaration());
      builder.addFunctionBindings(function.binding());
    }
    return builder.build();
  }
}
