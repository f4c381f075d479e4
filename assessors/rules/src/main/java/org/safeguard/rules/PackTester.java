package org.safeguard.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.safeguard.document.Documents;
import org.safeguard.document.MalformedDocumentException;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.risk.Scope;
import org.safeguard.model.rule.Pack;
import org.safeguard.model.rule.Rule;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.verdict.Outcome;
import org.safeguard.model.verdict.Status;
import org.safeguard.model.verdict.Verdict;

/// Runs the test cases that lie beside the rules of a pack.
public final class PackTester {

  private final BiFunction<Snapshot, Scope, Facts> facts;

  /// @param facts turns the objects of a case into facts, as in a real assessment
  public PackTester(BiFunction<Snapshot, Scope, Facts> facts) {
    this.facts = facts;
  }

  /// Runs every case of every rule, in the order of rule ids and cases.
  ///
  /// @throws PackException when the pack itself cannot be loaded
  public List<CaseResult> test(Path packDirectory) throws PackException {
    Pack pack = PackLoader.load(packDirectory);
    List<PackProblem> problems = new ArrayList<>();
    PackFiles files = PackFiles.in(packDirectory, problems);
    List<CaseResult> results = new ArrayList<>();
    RuleEngine engine = new RuleEngine(List.of(pack));
    for (Rule rule : pack.rules()) {
      results.addAll(test(rule, engine.only(rule), files));
    }
    if (!problems.isEmpty()) {
      throw new PackException(problems);
    }
    return results;
  }

  private List<CaseResult> test(Rule rule, RuleEngine engine, PackFiles files) {
    String folder = "rules/" + rule.area() + "/" + rule.id() + "/";
    PackFile tests = files.read(folder + "tests.yaml");
    List<CaseResult> results = new ArrayList<>();
    if (tests != null) {
      for (ObjectNode node : PackReader.objects(tests.root())) {
        TestCase test = TestCase.of(node);
        String detail = run(test, rule, engine, files, folder);
        results.add(
            new CaseResult(
                rule.id(), test.name(), tests.path(), test.line(), detail.isEmpty(), detail));
      }
    }
    return results;
  }

  /// What went wrong, or nothing.
  private String run(TestCase test, Rule rule, RuleEngine engine, PackFiles files, String folder) {
    String input = test.input().isEmpty() ? folder + "tests.yaml" : folder + test.input();
    List<Node> objects;
    try {
      objects = test.input().isEmpty() ? test.objects() : documents(files, input);
    } catch (MalformedDocumentException e) {
      return input + ":" + e.line() + ": " + e.why();
    }
    Snapshot snapshot = TestSnapshot.of(test, input, objects);
    List<Verdict> all = engine.evaluate(facts.apply(snapshot, Scope.NONE), Progress.NONE);
    List<Verdict> verdicts = all.stream().filter(test::concerns).toList();
    if (verdicts.isEmpty()) {
      return all.isEmpty()
          ? "the input holds no fact of the kind " + rule.fact()
          : "no verdict is about " + test.subject() + "; there are: " + described(all);
    }
    String difference = compared(test, verdicts);
    return difference.isEmpty() ? unproved(engine, snapshot, verdicts) : difference;
  }

  /// That a value is proposed which does not help, or nothing.
  private String unproved(RuleEngine engine, Snapshot snapshot, List<Verdict> verdicts) {
    FixProof proof =
        new FixProof(fixed -> engine.evaluate(facts.apply(fixed, Scope.NONE), Progress.NONE));
    return proof
        .firstUnfixed(snapshot, verdicts)
        .map(verdict -> "the fix does not make it pass: " + described(verdict))
        .orElse("");
  }

  private static List<Node> documents(PackFiles files, String path)
      throws MalformedDocumentException {
    String text = files.text(path);
    return text == null ? List.of() : Documents.yaml(text);
  }

  private static String compared(TestCase test, List<Verdict> verdicts) {
    List<Verdict> others = verdicts.stream().filter(v -> v.status() != test.expected()).toList();
    if (!others.isEmpty()) {
      return "expected " + word(test.expected()) + ", but got " + described(others);
    }
    boolean pointed =
        test.pointer().isEmpty()
            || verdicts.stream()
                .flatMap(verdict -> verdict.evidence().stream())
                .anyMatch(evidence -> isWithin(evidence.pointer(), test.pointer()));
    if (!pointed) {
      return "no evidence points to or into "
          + test.pointer()
          + "; there is: "
          + described(verdicts);
    }
    return verdicts.stream()
        .filter(PackTester::hasUnknownMessage)
        .findFirst()
        .map(verdict -> "the message reads something unknown: " + described(verdict))
        .orElse("");
  }

  private static boolean isWithin(String pointer, String place) {
    return pointer.equals(place) || pointer.startsWith(place + "/");
  }

  private static boolean hasUnknownMessage(Verdict verdict) {
    return verdict.outcome() instanceof Outcome.Failed(String message, var _)
        && message.contains("(unknown)");
  }

  private static String described(List<Verdict> verdicts) {
    return verdicts.stream().map(PackTester::described).collect(Collectors.joining("; "));
  }

  private static String described(Verdict verdict) {
    String container = verdict.subject().container();
    String evidence =
        verdict.evidence().stream()
            .map(e -> (e.pointer().isEmpty() ? "(object)" : e.pointer()) + " = " + e.observed())
            .collect(Collectors.joining(", "));
    String reason =
        switch (verdict.outcome()) {
          case Outcome.Passed() -> "";
          case Outcome.Failed(String message, var _) -> ": " + message;
          case Outcome.NotApplicable(String why) -> ": " + why;
          case Outcome.NotAssessed(var cause) -> ": " + cause.code() + ", " + cause.detail();
        };
    return word(verdict.status())
        + " for "
        + verdict.subject().object()
        + (container.isEmpty() ? "" : ", container " + container)
        + reason
        + (evidence.isEmpty() ? "" : " [" + evidence + "]");
  }

  private static String word(Status status) {
    return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
