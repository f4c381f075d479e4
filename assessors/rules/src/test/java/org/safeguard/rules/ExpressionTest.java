package org.safeguard.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Container;
import org.safeguard.model.fact.Subject;
import org.safeguard.model.fact.Workload;
import org.safeguard.model.snapshot.Resource;

class ExpressionTest {

  private static final Cause GAP = new Cause(Cause.Code.NOT_CAPTURED, "nobody listed policies");
  private static final Resource POD =
      HandMade.resource("{apiVersion: v1, kind: Pod, metadata: {name: web}}");

  private final ExpressionCompiler compiler = new ExpressionCompiler();

  private static Map<String, Object> variables() {
    Workload workload =
        HandMade.record(
            Workload.class,
            Map.of(
                "kind", "Pod",
                "namespace", "ehr",
                "labels", Map.of("app", "web"),
                "hostPID", true,
                "fsGroup", Optional.of(2000L),
                "containers", List.of(HandMade.record(Container.class, Map.of("name", "app"))),
                "provenance",
                    HandMade.at(POD, "")
                        .unknown("tokenMounted", GAP)
                        .unknown("ingressPolicies", GAP)
                        .build()));
    return Map.of("workload", workload, "object", POD.body().plain());
  }

  private Expression compile(String source, FactKind kind) {
    var request = new ExpressionCompiler.Request(source, kind, ExpressionCompiler.Wanted.TRUTH);
    return switch (compiler.compile(request)) {
      case ExpressionCompiler.Result.Compiled(Expression expression) -> expression;
      case ExpressionCompiler.Result.Faulty(var faults) -> throw new AssertionError(faults);
    };
  }

  private Answer evaluate(String source) {
    return compile(source, FactKind.WORKLOAD).evaluate(variables());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      textBlock =
          """
          false && workload.tokenMounted                                   ; false
          workload.tokenMounted && false                                   ; false
          true && workload.tokenMounted                                    ; unknown
          workload.tokenMounted && true                                    ; unknown
          true || workload.tokenMounted                                    ; true
          workload.tokenMounted || true                                    ; true
          false || workload.tokenMounted                                   ; unknown
          !workload.tokenMounted                                           ; unknown
          workload.tokenMounted ? true : true                              ; unknown
          [1, 2].all(x, x == 1 || workload.tokenMounted)                   ; unknown
          [1, 2].all(x, x == 1 && workload.tokenMounted)                   ; false
          [2, 1].all(x, x == 1 && workload.tokenMounted)                   ; false
          [1, 2].exists(x, x == 2 || workload.tokenMounted)                ; true
          [2, 1].exists(x, x == 2 || workload.tokenMounted)                ; true
          [1, 2].exists(x, x == 2 && workload.tokenMounted)                ; unknown
          [1, 2].exists(x, x == 3 && workload.tokenMounted)                ; false
          workload.ingressPolicies.exists(p, true)                         ; unknown
          workload.ingressPolicies.size() > 0                              ; unknown
          [1].filter(x, workload.tokenMounted).size() == 0                 ; unknown
          has(workload.tokenMounted)                                       ; unknown
          workload.namespace == 'ehr'                                      ; true
          workload.labels['app'] == 'web'                                  ; true
          workload.labels.?tier.orValue('none') == 'none'                  ; true
          workload.fsGroup.orValue(-1) == 2000                             ; true
          workload.fsGroup.hasValue()                                      ; true
          object.?spec.?x.orValue(5) == 5                                  ; true
          object.metadata.name == 'web'                                    ; true
          sets.contains(['a', 'b'], ['a'])                                 ; true
          ' x '.trim() == 'x'                                              ; true
          cel.bind(w, workload, w.hostPID && w.kind == 'Pod')              ; true
          '10.0.0.0/8'.cidrContains('10.1.2.3')                            ; true
          'v1.31.2'.versionAtLeast('1.30')                                 ; true
          """)
  void followsThreeValuedLogic(String source, String expected) {
    Answer answer = evaluate(source);
    String actual =
        switch (answer) {
          case Answer.Known(Object value) -> value.toString();
          case Answer.Unknown(Cause cause) -> cause.equals(GAP) ? "unknown" : cause.toString();
        };
    assertEquals(expected, actual);
  }

  @Test
  void missingKeyIsAnErrorAndNeverAPass() {
    Answer answer = evaluate("object.spec.hostPID == true");
    assertEquals(Cause.Code.EXPRESSION_ERROR, ((Answer.Unknown) answer).cause().code());
  }

  @Test
  void emptyVersionIsUnknown() {
    Answer answer = evaluate("workload.runtimeClass.versionAtLeast('1.30')");
    assertEquals(Cause.Code.NOT_CAPTURED, ((Answer.Unknown) answer).cause().code());
  }

  @Test
  void unknownInAPartIsFound() {
    Subject subject =
        new Subject(
            "ServiceAccount",
            "app",
            "ehr",
            false,
            HandMade.at(POD, "/subjects/0").unknown("exists", GAP).build());
    Expression expression = compile("binding.subjects.all(s, s.exists)", FactKind.BINDING);
    Answer answer =
        expression.evaluate(
            Map.of(
                "binding",
                HandMade.record(
                    org.safeguard.model.fact.Binding.class, Map.of("subjects", List.of(subject)))));
    assertEquals(new Answer.Unknown(GAP), answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      textBlock =
          """
          workload.hostPIDs                     ; 1:8 undefined field 'hostPIDs'
          workload.containers.all(c, c.imagine) ; 1:28 undefined field 'imagine'
          workload.hostPID &&                   ; 1:19
          workload.replicas                     ; 1:0 the expression gives int, not a Boolean
          object.spec                           ; 1:0 the expression gives dyn, not a Boolean
          container.privileged                  ; 1:0 a rule over Workload has no variable 'container'
          nothing.at.all                        ; undeclared reference to 'nothing'
          workload.provenance.object == 'x'     ; undefined field 'object'
          """)
  void faultNamesItsPlace(String source, String expected) {
    var request =
        new ExpressionCompiler.Request(source, FactKind.WORKLOAD, ExpressionCompiler.Wanted.TRUTH);
    var result = (ExpressionCompiler.Result.Faulty) compiler.compile(request);
    ExpressionCompiler.Fault fault = result.faults().getFirst();
    String actual = fault.line() + ":" + fault.column() + " " + fault.message();
    assertEquals(true, actual.contains(expected), actual);
  }

  @Test
  void readsAreFoundInTheSyntaxTree() {
    Expression expression =
        compile(
            "workload.hostPID && workload.containers.all(c, c.image.tag != '')", FactKind.WORKLOAD);
    assertEquals(
        Map.of("workload", java.util.Set.of("hostPID", "containers")),
        expression.reads().components());
    assertEquals(
        java.util.Set.of("tag"), expression.reads().parts().get("org.safeguard.model.fact.Image"));
  }

  @Test
  void expressionsCompiledTogetherKeepTheirOwnMeaning() {
    List<ExpressionCompiler.Request> requests =
        java.util.stream.Stream.of("workload.hostPID // why", "false", "1 == 1\n", "!true")
            .map(
                source ->
                    new ExpressionCompiler.Request(
                        source, FactKind.WORKLOAD, ExpressionCompiler.Wanted.TRUTH))
            .toList();
    assertEquals(
        List.of(true, false, true, false),
        compiler.compile(requests).stream()
            .map(ExpressionCompiler.Result.Compiled.class::cast)
            .map(result -> result.expression().evaluate(variables()).isTrue())
            .toList());
  }

  @Test
  void halvesThatOnlyTogetherAreAnExpressionAreRefused() {
    List<ExpressionCompiler.Request> requests =
        java.util.stream.Stream.of("true) || (true", "true")
            .map(
                source ->
                    new ExpressionCompiler.Request(
                        source, FactKind.WORKLOAD, ExpressionCompiler.Wanted.TRUTH))
            .toList();
    List<ExpressionCompiler.Result> results = compiler.compile(requests);
    assertEquals(true, results.get(0) instanceof ExpressionCompiler.Result.Faulty);
    assertEquals(true, results.get(1) instanceof ExpressionCompiler.Result.Compiled);
  }
}
