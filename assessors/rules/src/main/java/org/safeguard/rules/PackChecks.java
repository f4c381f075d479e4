package org.safeguard.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.safeguard.model.rule.Citation;
import org.safeguard.model.rule.Rule;
import org.safeguard.model.rule.Safeguard;
import org.safeguard.model.tree.JsonPointer;
import org.safeguard.model.tree.ObjectNode;

/// What a schema cannot say: that ids are unique and in the right folder, and that what is referred
/// to is there.
final class PackChecks {

  private final PackLoader.PackContent content;
  private final PackFiles files;
  private final List<PackProblem> problems;
  private final Set<String> citations;
  private final Set<String> safeguards;

  PackChecks(PackLoader.PackContent content, PackFiles files, List<PackProblem> problems) {
    this.content = content;
    this.files = files;
    this.problems = problems;
    this.citations = content.citations().stream().map(Citation::id).collect(Collectors.toSet());
    this.safeguards =
        content.safeguards().keySet().stream().map(Safeguard::id).collect(Collectors.toSet());
  }

  void run() {
    checkCitations();
    content.safeguards().forEach(this::checkSafeguard);
    checkQuestions();
    Map<String, String> ids = new HashMap<>();
    Map<String, String> aliases = new HashMap<>();
    content.rules().forEach((rule, file) -> checkRule(rule, file, ids, aliases));
    content.tests().forEach(this::checkTests);
  }

  private void checkCitations() {
    PackFile file = content.citationFile();
    Set<String> seen = new HashSet<>();
    for (int i = 0; file != null && i < content.citations().size(); i++) {
      String id = content.citations().get(i).id();
      if (!seen.add(id)) {
        problems.add(file.problem(item(i, "id"), "the citation " + id + " is there twice"));
      }
    }
  }

  private void checkSafeguard(Safeguard safeguard, PackFile file) {
    String expected = "safeguards/" + safeguard.id() + ".yaml";
    if (!file.path().equals(expected)) {
      problems.add(file.problem(member("id"), "the id belongs in the file " + expected));
    }
    for (int i = 0; i < safeguard.citations().size(); i++) {
      String citation = safeguard.citations().get(i);
      if (!citations.contains(citation)) {
        problems.add(
            file.problem(
                member("citations").child(i), "citations.yaml has no citation " + citation));
      }
    }
  }

  private void checkQuestions() {
    Set<String> seen = new HashSet<>();
    content
        .questions()
        .forEach(
            (question, entry) -> {
              if (!seen.add(question.id())) {
                note(entry, "id", "the question " + question.id() + " is there twice");
              }
              if (!safeguards.contains(question.safeguard())) {
                note(entry, "safeguard", "there is no safeguard " + question.safeguard());
              }
              if (!question.id().startsWith("Q-" + question.safeguard() + "-")) {
                note(entry, "id", "the id does not start with Q-" + question.safeguard() + "-");
              }
            });
  }

  private void note(PackLoader.PackContent.Entry entry, String key, String message) {
    problems.add(entry.file().problem(item(entry.index(), key), message));
  }

  private void checkRule(
      Rule rule, PackFile file, Map<String, String> ids, Map<String, String> aliases) {
    if (!rule.id().equals(file.folder())) {
      problems.add(
          file.problem(member("id"), "the id is not the name of the folder, " + file.folder()));
    }
    String other = ids.put(rule.id(), file.path());
    if (other != null) {
      problems.add(file.problem(member("id"), "the id is also in " + other));
    }
    for (int i = 0; i < rule.aliases().size(); i++) {
      checkAlias(rule, file, i, aliases);
    }
    for (int i = 0; i < rule.supports().size(); i++) {
      String safeguard = rule.supports().get(i).safeguard();
      if (!safeguards.contains(safeguard)) {
        problems.add(
            file.problem(
                member("safeguards").child(i).child("id"), "there is no safeguard " + safeguard));
      }
    }
    checkApplicability(rule, file);
    String tests = file.path().replace("rule.yaml", "tests.yaml");
    if (!files.has(tests)) {
      problems.add(new PackProblem(tests, 0, 0, "the rule has no tests"));
    }
  }

  private void checkAlias(Rule rule, PackFile file, int index, Map<String, String> aliases) {
    String alias = rule.aliases().get(index);
    String owner = aliases.put(alias, rule.id());
    // One check of another tool may be split over several of ours, but never within one rule.
    if (rule.id().equals(owner)) {
      problems.add(file.problem(member("aliases").child(index), alias + " is there twice"));
    }
  }

  private void checkApplicability(Rule rule, PackFile file) {
    boolean conditional = !rule.when().isEmpty() && !rule.when().equals("true");
    if (conditional && rule.notApplicable().isEmpty()) {
      problems.add(file.problem(member("when"), "'when' needs a text in 'not-applicable'"));
    }
    if (!conditional && !rule.notApplicable().isEmpty()) {
      problems.add(
          file.problem(member("not-applicable"), "'not-applicable' without a 'when' never shows"));
    }
  }

  private void checkTests(String path, PackFile file) {
    List<ObjectNode> cases = PackReader.objects(file.root());
    Set<String> expected =
        cases.stream().map(test -> PackReader.text(test, "expect")).collect(Collectors.toSet());
    for (String needed : List.of("passed", "failed")) {
      if (!expected.contains(needed)) {
        problems.add(file.problem(JsonPointer.ROOT, "no case expects '" + needed + "'"));
      }
    }
    Set<String> names = new HashSet<>();
    Set<String> inputs = new HashSet<>();
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    for (int i = 0; i < cases.size(); i++) {
      if (!names.add(PackReader.text(cases.get(i), "name"))) {
        problems.add(file.problem(item(i, "name"), "two cases have this name"));
      }
      String input = PackReader.text(cases.get(i), "input");
      if (inputs.add(folder + input) && !input.isEmpty() && !files.has(folder + input)) {
        problems.add(file.problem(item(i, "input"), "there is no file " + input));
      }
    }
    for (String example : files.matching(Pattern.quote(folder) + "examples/.*")) {
      if (!inputs.contains(example)) {
        problems.add(new PackProblem(example, 0, 0, "no test case names this example"));
      }
    }
  }

  private static JsonPointer member(String key) {
    return JsonPointer.ROOT.child(key);
  }

  private static JsonPointer item(int index, String key) {
    return JsonPointer.ROOT.child(index).child(key);
  }
}
