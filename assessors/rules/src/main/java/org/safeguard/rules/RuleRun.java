package org.safeguard.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Traced;
import org.safeguard.model.rule.Rule;
import org.safeguard.model.verdict.Evidence;
import org.safeguard.model.verdict.Outcome;
import org.safeguard.model.verdict.ProposedValue;
import org.safeguard.model.verdict.Status;
import org.safeguard.model.verdict.Verdict;

/// One rule over all its subjects. For one thread.
final class RuleRun {

  private static final int BATCH = 256;

  private final CompiledRule rule;
  private final int[] positions;
  private final Components components;
  private final EvidenceWriter evidence;
  private final VerdictIds ids = new VerdictIds();
  private final Map<Content, Judgement> judged = new HashMap<>();

  RuleRun(CompiledRule rule, int[] positions, Components components) {
    this.rule = rule;
    this.positions = positions;
    this.components = components;
    this.evidence = new EvidenceWriter(components);
  }

  /// The values a rule reads from a subject.
  private record Content(int[] numbers) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Content that && Arrays.equals(numbers, that.numbers);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(numbers);
    }
  }

  /// The answer for all subjects of the same content.
  ///
  /// @param cause only for what is not assessed
  /// @param trails to the values that decided
  private record Judgement(Status status, @Nullable Cause cause, List<Trail> trails) {}

  /// The verdicts in the order of the candidates, or fewer when the thread is interrupted.
  List<Verdict> verdicts(List<Candidate> candidates) {
    List<Verdict> verdicts = new ArrayList<>(candidates.size());
    for (Candidate candidate : candidates) {
      if (verdicts.size() % BATCH == 0 && Thread.currentThread().isInterrupted()) {
        return verdicts;
      }
      verdicts.add(verdict(candidate));
    }
    return verdicts;
  }

  /// How many different inputs were judged so far.
  int distinctInputs() {
    return judged.size();
  }

  private Verdict verdict(Candidate candidate) {
    // What a raw object holds cannot be compared cheaply, so rules over it judge each anew.
    Judgement judgement =
        rule.needsObject()
            ? judge(variables(candidate))
            : judged.computeIfAbsent(content(candidate), _ -> judge(variables(candidate)));
    List<Evidence> shown =
        judgement.status() == Status.NOT_APPLICABLE
            ? List.of()
            : evidence.write(judgement.trails(), candidate);
    return new Verdict(
        ids.of(rule.rule().id(), candidate.subject()),
        rule.rule(),
        candidate.subject(),
        outcome(judgement, candidate),
        shown);
  }

  private Map<String, Object> variables(Candidate candidate) {
    Map<String, Object> variables = HashMap.newHashMap(4);
    variables.putAll(candidate.variables());
    if (rule.needsObject()) {
      variables.put(FactKind.OBJECT, candidate.resource().body().plain());
    }
    return variables;
  }

  private Content content(Candidate candidate) {
    int[] numbers = new int[positions.length];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = candidate.content()[positions[i]];
    }
    return new Content(numbers);
  }

  private Judgement judge(Map<String, Object> variables) {
    Expression when = rule.when();
    if (when != null) {
      switch (when.evaluate(variables)) {
        case Answer.Unknown(Cause cause) -> {
          return new Judgement(Status.NOT_ASSESSED, cause, explain(when, variables));
        }
        case Answer.Known(Object applies) -> {
          if (!Boolean.TRUE.equals(applies)) {
            return new Judgement(Status.NOT_APPLICABLE, null, List.of());
          }
        }
      }
    }
    return switch (rule.pass().evaluate(variables)) {
      case Answer.Unknown(Cause cause) ->
          new Judgement(Status.NOT_ASSESSED, cause, explain(rule.pass(), variables));
      case Answer.Known(Object passes) ->
          Boolean.TRUE.equals(passes)
              ? new Judgement(Status.PASSED, null, decisive(variables))
              : new Judgement(Status.FAILED, null, failure(variables));
    };
  }

  private List<Trail> explain(Expression expression, Map<String, Object> variables) {
    return new Explainer(expression, new PartFinder(components, variables)).explain(variables);
  }

  private List<Trail> failure(Map<String, Object> variables) {
    List<Trail> named = rule.evidence() == null ? List.of() : named(rule.evidence(), variables);
    return named.isEmpty() ? decisive(variables) : named;
  }

  /// What `pass` rests on. Why the rule applies is not shown beside it, unless it is all there is.
  private List<Trail> decisive(Map<String, Object> variables) {
    List<Trail> trails = explain(rule.pass(), variables);
    return trails.isEmpty() && rule.when() != null ? explain(rule.when(), variables) : trails;
  }

  /// Trails to the parts that the evidence expression names.
  private List<Trail> named(Expression expression, Map<String, Object> variables) {
    Answer answer = expression.evaluate(variables);
    List<?> named =
        answer instanceof Answer.Known(Object value) && value instanceof Traced
            ? List.of(value)
            : answer.items();
    PartFinder finder = new PartFinder(components, variables);
    List<Trail> trails = new ArrayList<>();
    for (Object part : named) {
      Trail trail = finder.find(part);
      if (trail != null) {
        trails.addAll(within(trail, part));
      }
    }
    return trails;
  }

  /// The components of a part that the rule reads, or the part itself.
  private List<Trail> within(Trail trail, Object part) {
    String type = part.getClass().getCanonicalName();
    Set<String> read = rule.pass().reads().parts().getOrDefault(type, Set.of());
    if (read.isEmpty() && rule.evidence() != null) {
      read = rule.evidence().reads().parts().getOrDefault(type, Set.of());
    }
    List<Trail> trails = read.stream().map(trail::then).toList();
    return trails.isEmpty() ? List.of(trail) : trails;
  }

  private Outcome outcome(Judgement judgement, Candidate candidate) {
    return switch (judgement.status()) {
      case PASSED -> new Outcome.Passed();
      case FAILED -> new Outcome.Failed(rule.message().text(variables(candidate)), fix(candidate));
      case NOT_APPLICABLE -> new Outcome.NotApplicable(rule.rule().notApplicable());
      case NOT_ASSESSED ->
          new Outcome.NotAssessed(
              judgement.cause() == null
                  ? new Cause(Cause.Code.EXPRESSION_ERROR, "the rule gave no answer")
                  : judgement.cause());
    };
  }

  private List<ProposedValue> fix(Candidate candidate) {
    Rule content = rule.rule();
    if (content.fix().pointer().isEmpty()) {
      return List.of();
    }
    return FixPlace.of(content.fix().pointer(), candidate)
        .map(pointer -> List.of(new ProposedValue(pointer.text(), content.fix().value())))
        .orElse(List.of());
  }
}
