package org.safeguard.cli;

import java.io.PrintWriter;
import java.util.List;
import org.safeguard.model.rule.Pack;
import org.safeguard.model.rule.Question;
import org.safeguard.model.rule.Rule;
import org.safeguard.model.rule.Safeguard;

/// Packs, rules and safeguards as people read them.
final class PackText {

  private final PrintWriter to;

  PackText(PrintWriter to) {
    this.to = to;
  }

  /// Shows the rule or safeguard of that id; says whether the pack has one.
  boolean part(Pack pack, String id) {
    List<Rule> rules = pack.rules().stream().filter(rule -> rule.id().equals(id)).toList();
    List<Safeguard> safeguards =
        pack.safeguards().stream().filter(safeguard -> safeguard.id().equals(id)).toList();
    rules.forEach(this::rule);
    safeguards.forEach(safeguard -> safeguard(safeguard, pack));
    return !rules.isEmpty() || !safeguards.isEmpty();
  }

  void pack(Pack pack) {
    to.printf("%s %s%n%s%n%n%s%n%n", pack.id(), pack.version(), pack.title(), pack.description());
    to.println("SHA-256 " + pack.sha256());
    to.printf(
        "%s, %s, %s, %s%n%n",
        Words.count(pack.citations().size(), "citation", "citations"),
        Words.count(pack.safeguards().size(), "safeguard", "safeguards"),
        Words.count(pack.questions().size(), "question", "questions"),
        Words.count(pack.rules().size(), "rule", "rules"));
    pack.rules()
        .forEach(
            rule ->
                to.printf("%-14s %-9s %s%n", rule.id(), Words.of(rule.severity()), rule.title()));
    to.flush();
  }

  private void rule(Rule rule) {
    to.printf("%s  %s%n", rule.id(), rule.title());
    to.printf("%nSeverity    %s%n", Words.of(rule.severity()));
    to.printf("Looks at    %s%n", rule.fact());
    to.printf("Applies     %s%n", rule.when());
    to.printf("Passes      %s%n", rule.pass());
    to.printf("%n%s%n%nHow to fix%n", rule.why());
    rule.fix().steps().forEach(step -> to.println("- " + step));
    to.printf("%nNot proved by a pass%n%s%n%nSafeguards%n", rule.notProved());
    rule.supports().forEach(s -> to.printf("- %s (%s)%n", s.safeguard(), Words.of(s.strength())));
    to.flush();
  }

  private void safeguard(Safeguard safeguard, Pack pack) {
    to.printf("%s  %s%n%n%s%n", safeguard.id(), safeguard.family(), safeguard.statement());
    to.printf("%nCitations%n");
    safeguard.citations().forEach(citation -> to.println("- " + citation));
    to.printf("%nExamined by%n");
    pack.rules().stream()
        .filter(
            rule -> rule.supports().stream().anyMatch(s -> s.safeguard().equals(safeguard.id())))
        .forEach(rule -> to.printf("- %s  %s%n", rule.id(), rule.title()));
    to.printf("%nAsked%n");
    pack.questions().stream()
        .filter(question -> question.safeguard().equals(safeguard.id()))
        .map(Question::text)
        .forEach(text -> to.println("- " + text));
    to.flush();
  }
}
