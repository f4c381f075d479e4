package org.safeguard.admission;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.SimpleType;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.Program;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Evaluates the CEL of admission policies on objects of our own making. Functions that only an API
/// server can answer are not known here, so what needs them cannot be told.
final class Expressions {

  private static final List<String> VARIABLES =
      List.of(
          "object",
          "oldObject",
          "request",
          "params",
          "namespaceObject",
          "variables",
          "authorizer",
          "anyObject",
          "images");

  private static final CelOptions OPTIONS =
      CelOptions.current().enableHeterogeneousNumericComparisons(true).build();

  private @Nullable Cel cel;
  private final Map<String, Optional<Program>> programs = new HashMap<>();

  /// What an expression gave.
  sealed interface Outcome {
    record Given(Object value) implements Outcome {}

    /// It failed, as it would in an API server.
    record Failed() implements Outcome {}

    /// It uses something that is not known here.
    record Untold() implements Outcome {}
  }

  Outcome evaluate(String expression, Map<String, ?> variables) {
    Optional<Program> program = programs.computeIfAbsent(expression, this::compile);
    if (program.isEmpty()) {
      return new Outcome.Untold();
    }
    try {
      return new Outcome.Given(program.get().eval(variables));
    } catch (CelEvaluationException e) {
      return new Outcome.Failed();
    }
  }

  private Optional<Program> compile(String expression) {
    if (expression.contains("authorizer") || expression.length() > 20_000) {
      return Optional.empty();
    }
    if (cel == null) {
      cel = environment(); // takes a while, and most clusters have no such policy
    }
    CelValidationResult result = cel.compile(expression);
    if (result.hasError()) {
      return Optional.empty();
    }
    try {
      return Optional.of(cel.createProgram(result.getAst()));
    } catch (CelValidationException | CelEvaluationException e) {
      return Optional.empty();
    }
  }

  private static Cel environment() {
    var builder =
        CelFactory.plannerCelBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .addCompilerLibraries(
                CelExtensions.optional(),
                CelExtensions.strings(),
                CelExtensions.sets(OPTIONS),
                CelExtensions.lists(),
                CelExtensions.bindings())
            .addRuntimeLibraries(
                CelExtensions.optional(),
                CelExtensions.strings(),
                CelExtensions.sets(OPTIONS),
                CelExtensions.lists());
    VARIABLES.forEach(name -> builder.addVar(name, SimpleType.DYN));
    return builder.build();
  }
}
