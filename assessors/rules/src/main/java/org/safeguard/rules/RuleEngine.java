package org.safeguard.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.progress.CancelledException;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.rule.Pack;
import org.safeguard.model.rule.Rule;
import org.safeguard.model.verdict.Verdict;

/// Judges facts by the rules of packs.
public final class RuleEngine {

  private static final Comparator<CompiledRule> ORDER =
      Comparator.comparing((CompiledRule compiled) -> compiled.rule().severity())
          .thenComparing(compiled -> compiled.rule().id());
  private static final long POLL_MILLISECONDS = 100;

  private final List<CompiledRule> rules;
  private final Components components = new Components();

  /// Compiles the rules of packs that were loaded.
  ///
  /// @throws PackException when a rule does not compile, or two packs hold the same rule
  public RuleEngine(List<Pack> packs) throws PackException {
    this.rules = compiled(packs);
  }

  private RuleEngine(Stream<CompiledRule> rules) {
    this.rules = rules.sorted(ORDER).toList();
  }

  /// This engine with one of its rules alone.
  RuleEngine only(Rule rule) {
    return new RuleEngine(
        rules.stream().filter(compiled -> compiled.rule().id().equals(rule.id())));
  }

  private static List<CompiledRule> compiled(List<Pack> packs) throws PackException {
    List<PackProblem> problems = new ArrayList<>();
    List<RuleCompiler.Source> sources = new ArrayList<>();
    Map<String, String> owners = new HashMap<>();
    for (Pack pack : packs) {
      for (Rule rule : pack.rules()) {
        String file = "rules/" + rule.area() + "/" + rule.id() + "/rule.yaml";
        String other = owners.put(rule.id(), pack.id());
        if (other != null) {
          problems.add(new PackProblem(file, 0, 0, rule.id() + " is also in the pack " + other));
        }
        sources.add(
            new RuleCompiler.Source(
                rule, (field, _, _, what) -> new PackProblem(file, 0, 0, field + ": " + what)));
      }
    }
    List<CompiledRule> compiled = new RuleCompiler().compile(sources, problems);
    if (!problems.isEmpty()) {
      throw new PackException(problems);
    }
    return compiled.stream().sorted(ORDER).toList();
  }

  /// The verdict of every rule on every fact of its kind, sorted by severity, rule id and subject;
  /// before them one on the cluster where facts of that kind may be missing.
  ///
  /// @throws CancelledException when the user stops it or the thread is interrupted
  public List<Verdict> evaluate(Facts facts, Progress progress) {
    progress.report("Preparing facts", 0);
    Map<FactKind, Candidates> candidates = candidates(facts);
    progress.checkCancelled();
    try (ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      List<Future<List<Verdict>>> running = new ArrayList<>();
      for (CompiledRule rule : rules) {
        Candidates subjects = candidates.get(rule.kind());
        if (subjects != null) {
          RuleRun run = new RuleRun(rule, subjects.positions(rule), components);
          List<Verdict> gap = GapVerdicts.of(rule, facts);
          running.add(workers.submit(() -> joined(gap, run.verdicts(subjects.all()))));
        }
      }
      try {
        return gathered(running, progress);
      } finally {
        workers.shutdownNow();
      }
    }
  }

  private static List<Verdict> joined(List<Verdict> gap, List<Verdict> verdicts) {
    return gap.isEmpty() ? verdicts : Stream.concat(gap.stream(), verdicts.stream()).toList();
  }

  private Map<FactKind, Candidates> candidates(Facts facts) {
    Map<FactKind, List<CompiledRule>> byKind = new EnumMap<>(FactKind.class);
    rules.forEach(rule -> byKind.computeIfAbsent(rule.kind(), _ -> new ArrayList<>()).add(rule));
    Map<FactKind, Candidates> candidates = new EnumMap<>(FactKind.class);
    byKind.forEach(
        (kind, ofKind) -> candidates.put(kind, Candidates.of(kind, facts, ofKind, components)));
    return candidates;
  }

  private List<Verdict> gathered(List<Future<List<Verdict>>> running, Progress progress) {
    List<Verdict> verdicts = new ArrayList<>();
    for (int i = 0; i < running.size(); i++) {
      progress.report("Evaluating rules", (double) i / running.size());
      verdicts.addAll(result(running.get(i), progress));
    }
    progress.report("Evaluating rules", 1);
    return verdicts;
  }

  private static List<Verdict> result(Future<List<Verdict>> future, Progress progress) {
    while (true) {
      progress.checkCancelled();
      try {
        return future.get(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        continue; // look again whether the user stopped it
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancelledException();
      } catch (ExecutionException e) {
        throw new IllegalStateException("A rule could not be evaluated", e.getCause());
      }
    }
  }
}
