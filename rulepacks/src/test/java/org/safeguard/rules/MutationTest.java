package org.safeguard.rules;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.safeguard.kubernetes.KubernetesFacts;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.risk.Scope;
import org.safeguard.model.rule.Pack;
import org.safeguard.model.rule.Rule;
import org.safeguard.model.verdict.Verdict;

/// Breaks the expressions of every rule in turn and asks whether its own tests notice: negated,
/// always true, always false, and without each operand of `&&` and `||`. What survives is written
/// to `target/surviving-mutants.txt`.
class MutationTest {

  private static final Path PACK = Path.of("hipaa-container-safeguards").toAbsolutePath();
  private static final Path SURVIVORS = Path.of("target", "surviving-mutants.txt");
  private static final double WHOLE = 0.95;

  /// Of operands some are equivalent: without them another part of the expression answers the same.
  private static final double PARTS = 0.6;

  /// A changed rule.
  ///
  /// @param whole whether an expression was negated or made constant, and not only lacks a part
  private record Mutant(Rule rule, String origin, String what, boolean whole) {}

  @Test
  void theTestsOfNearlyEveryRuleNoticeABrokenExpression() throws Exception {
    Pack pack = PackLoader.loadProven(PACK);
    Map<String, List<Mutant>> mutants = compiling(pack);
    Map<Rule, List<Case>> cases = cases(pack);
    List<String> survivors = new ArrayList<>();
    Set<String> missedWhole = new TreeSet<>();
    Set<String> missedPart = new TreeSet<>();
    RuleEngine engine = engine(pack, mutants.values().stream().flatMap(List::stream).toList());
    for (Rule rule : pack.rules()) {
      for (Mutant mutant : mutants.getOrDefault(rule.id(), List.of())) {
        RuleEngine only = engine.only(mutant.rule());
        if (cases.getOrDefault(rule, List.of()).stream().allMatch(test -> test.holds(only))) {
          survivors.add(rule.id() + "  " + mutant.what());
          (mutant.whole() ? missedWhole : missedPart).add(rule.id());
        }
      }
    }
    Files.createDirectories(SURVIVORS.getParent());
    Files.write(SURVIVORS, survivors);
    check("negated or constant", WHOLE, missedWhole, pack, survivors);
    check("without an operand", PARTS, missedPart, pack, survivors);
  }

  private static void check(
      String what, double wanted, Set<String> missed, Pack pack, List<String> survivors) {
    double caught = 1 - (double) missed.size() / pack.rules().size();
    assertTrue(
        caught >= wanted,
        () ->
            "%s: the tests of %.1f %% of %d rules notice; survivors:%n%s"
                .formatted(what, caught * 100, pack.rules().size(), String.join("\n", survivors)));
  }

  /// The mutants whose expressions compile, by the id of their rule.
  private static Map<String, List<Mutant>> compiling(Pack pack) {
    List<Mutant> all = pack.rules().stream().flatMap(rule -> mutants(rule).stream()).toList();
    Set<String> faulty = new LinkedHashSet<>();
    try {
      engine(pack, all);
    } catch (PackException e) {
      e.problems().forEach(problem -> faulty.add(problem.toString().split("/")[2]));
    }
    return all.stream()
        .filter(mutant -> !faulty.contains(mutant.rule().id()))
        .collect(Collectors.groupingBy(Mutant::origin, LinkedHashMap::new, Collectors.toList()));
  }

  private static RuleEngine engine(Pack pack, List<Mutant> mutants) throws PackException {
    return new RuleEngine(
        List.of(
            new Pack(
                pack.id(),
                pack.version(),
                pack.title(),
                pack.description(),
                pack.sha256(),
                pack.citations(),
                pack.safeguards(),
                pack.questions(),
                mutants.stream().map(Mutant::rule).toList())));
  }

  private static List<Mutant> mutants(Rule rule) {
    List<Mutant> mutants = new ArrayList<>();
    String pass = rule.pass();
    add(mutants, rule, rule.when(), "!(" + pass + "\n)", "pass negated", true);
    add(mutants, rule, rule.when(), "true", "pass always true", true);
    add(mutants, rule, rule.when(), "false", "pass always false", true);
    Operands.droppedFrom(pass)
        .forEach(less -> add(mutants, rule, rule.when(), less, "pass: " + less, false));
    if (!rule.when().isEmpty()) {
      add(mutants, rule, "!(" + rule.when() + "\n)", pass, "when negated", true);
      add(mutants, rule, "1 == 1", pass, "when always true", true);
      add(mutants, rule, "false", pass, "when always false", true);
      Operands.droppedFrom(rule.when())
          .forEach(less -> add(mutants, rule, less, pass, "when: " + less, false));
    }
    return mutants;
  }

  private static void add(
      List<Mutant> mutants, Rule rule, String when, String pass, String what, boolean whole) {
    String id = rule.id() + "~" + mutants.size();
    Rule changed =
        new Rule(
            id,
            rule.area(),
            rule.title(),
            rule.why(),
            rule.severity(),
            rule.fact(),
            when,
            pass,
            rule.message(),
            rule.evidence(),
            rule.notApplicable(),
            rule.fix(),
            rule.supports(),
            rule.notProved(),
            rule.references(),
            rule.since(),
            rule.aliases());
    mutants.add(new Mutant(changed, rule.id(), what.replaceAll("\\s+", " "), whole));
  }

  /// A case with its facts, which are the same for every mutant.
  private record Case(TestCase test, Facts facts) {

    boolean holds(RuleEngine engine) {
      List<Verdict> verdicts =
          engine.evaluate(facts, Progress.NONE).stream().filter(test::concerns).toList();
      boolean pointed =
          test.pointer().isEmpty()
              || verdicts.stream()
                  .flatMap(verdict -> verdict.evidence().stream())
                  .anyMatch(evidence -> isWithin(evidence.pointer(), test.pointer()));
      Predicate<Verdict> expected = verdict -> verdict.status() == test.expected();
      return !verdicts.isEmpty() && pointed && verdicts.stream().allMatch(expected);
    }

    private static boolean isWithin(String pointer, String place) {
      return pointer.equals(place) || pointer.startsWith(place + "/");
    }
  }

  private static Map<Rule, List<Case>> cases(Pack pack) throws Exception {
    Map<Rule, List<Case>> cases = new LinkedHashMap<>();
    for (Rule rule : pack.rules()) {
      List<Case> ofRule = new ArrayList<>();
      for (CaseObjects test : CaseObjects.of(PACK, rule)) {
        ofRule.add(new Case(test.test(), KubernetesFacts.of(test.snapshot(), Scope.NONE)));
      }
      cases.put(rule, ofRule);
    }
    return cases;
  }
}
