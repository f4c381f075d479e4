package org.safeguard.rules;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
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
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.safeguard.model.fact.PolicyRule;

/// Turns expression text into checked expressions over facts.
final class ExpressionCompiler {

  private static final CelOptions OPTIONS =
      CelOptions.current().enableHeterogeneousNumericComparisons(true).build();

  /// As many as stay well below the length that the parser accepts.
  private static final int TOGETHER = 100;

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

  /// An expression to be compiled.
  ///
  /// @param kind of the rule it belongs to
  record Request(String source, FactKind kind, Wanted wanted) {}

  /// What became of a request.
  sealed interface Result {
    record Compiled(Expression expression) implements Result {}

    record Faulty(List<Fault> faults) implements Result {}
  }

  /// Checks and prepares one expression.
  Result compile(Request request) {
    return compile(List.of(request)).getFirst();
  }

  /// Checks and prepares expressions, with a result for each in the same order.
  ///
  /// The library sets up its whole environment anew for each check, which takes three quarters of
  /// the time. So the expressions are checked together, as members of a list, and one by one only
  /// when something is wrong, since then the places matter.
  List<Result> compile(List<Request> requests) {
    int batches = (requests.size() + TOGETHER - 1) / TOGETHER;
    return IntStream.range(0, batches)
        .parallel()
        .mapToObj(
            i -> requests.subList(i * TOGETHER, Math.min(requests.size(), (i + 1) * TOGETHER)))
        .map(this::compileTogether)
        .flatMap(List::stream)
        .toList();
  }

  private List<Result> compileTogether(List<Request> requests) {
    if (requests.size() > 1 && requests.stream().allMatch(this::parses)) {
      String list =
          requests.stream()
              .map(request -> "(" + request.source() + "\n)") // the line break ends a comment
              .collect(Collectors.joining(",", "[", "]"));
      CelValidationResult result = cel.compile(list);
      if (!result.hasError()) {
        CelAbstractSyntaxTree ast = ast(result);
        List<CelExpr> members = ast.getExpr().list().elements();
        return IntStream.range(0, requests.size())
            .mapToObj(i -> checked(requests.get(i), part(ast, members.get(i))))
            .toList();
      }
    }
    return requests.stream().map(this::compileAlone).toList();
  }

  private boolean parses(Request request) {
    return !cel.parse(request.source()).hasError();
  }

  private Result compileAlone(Request request) {
    CelValidationResult result = cel.compile(request.source());
    return result.hasError()
        ? new Result.Faulty(result.getErrors().stream().map(ExpressionCompiler::fault).toList())
        : checked(request, ast(result));
  }

  private static CelAbstractSyntaxTree ast(CelValidationResult result) {
    try {
      return result.getAst();
    } catch (CelValidationException e) {
      throw new IllegalStateException("CEL hid an error", e);
    }
  }

  private static CelAbstractSyntaxTree part(CelAbstractSyntaxTree whole, CelExpr part) {
    return CelAbstractSyntaxTree.newCheckedAst(
        part, whole.getSource(), whole.getReferenceMap(), whole.getTypeMap());
  }

  private Result checked(Request request, CelAbstractSyntaxTree ast) {
    Expression expression = new Expression(request.source(), cel, ast);
    return wrongType(ast.getResultType(), request.wanted())
        .or(() -> wrongVariable(expression, request.kind()))
        .map(fault -> (Result) new Result.Faulty(List.of(fault)))
        .orElseGet(() -> new Result.Compiled(expression));
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

  private static Optional<Fault> wrongType(CelType type, Wanted wanted) {
    if (wanted.accepts(type)) {
      return Optional.empty();
    }
    String hint = type.equals(SimpleType.DYN) ? "; compare it, or convert it with string(…)" : "";
    return Optional.of(
        new Fault(
            1, 0, "the expression gives " + plain(name(type)) + ", not " + wanted.words + hint));
  }

  private static String name(CelType type) {
    return type instanceof ListType list ? "list(" + name(list.elemType()) + ")" : type.name();
  }

  /// One environment knows the variables of all kinds; a rule may use those of its own.
  private static Optional<Fault> wrongVariable(Expression expression, FactKind kind) {
    return Arrays.stream(FactKind.values())
        .map(FactKind::variable)
        .filter(variable -> !kind.variables().contains(variable))
        .filter(expression.reads()::mentions)
        .findFirst()
        .map(
            variable ->
                new Fault(
                    1,
                    Math.max(0, expression.source().indexOf(variable)),
                    "a rule over "
                        + kind.title()
                        + " has no variable '"
                        + variable
                        + "'; it has "
                        + String.join(", ", kind.variables())
                        + " and object"));
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
