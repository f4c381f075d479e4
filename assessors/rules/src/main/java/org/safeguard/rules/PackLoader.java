package org.safeguard.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.rule.Citation;
import org.safeguard.model.rule.Pack;
import org.safeguard.model.rule.Question;
import org.safeguard.model.rule.Rule;
import org.safeguard.model.rule.Safeguard;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;

/// Loads a rule pack from its directory and says everything that is wrong in it, with places.
public final class PackLoader {

  private static final String RULE = "rules/[^/]+/[^/]+/rule\\.yaml";
  private static final String TESTS = "rules/[^/]+/[^/]+/tests\\.yaml";
  private static final String EXAMPLE = "rules/[^/]+/[^/]+/examples/.*";

  private final List<PackProblem> problems = new ArrayList<>();
  private final Schemas schemas = new Schemas();
  private final PackFiles files;
  private final PackContent content = new PackContent();

  private final boolean proven;

  private PackLoader(Path directory, boolean proven) throws PackException {
    this.files = PackFiles.in(directory, problems);
    this.proven = proven;
  }

  /// Loads a pack; the directory may lie in a zip file system.
  ///
  /// @throws PackException with all problems: what is not YAML, does not fit its schema, refers to
  ///     something that is not there, or holds an expression that does not compile
  public static Pack load(Path packDirectory) throws PackException {
    return new PackLoader(packDirectory, false).load();
  }

  /// Loads a pack that a full load has proved before, as the build does with the packs we ship.
  /// References are checked all the same; schemas and tests are not read again, and expressions
  /// are left to [RuleEngine], which compiles them anyway. Takes a fraction of the time.
  ///
  /// @throws PackException when a file is missing or a reference leads nowhere
  public static Pack loadProven(Path packDirectory) throws PackException {
    return new PackLoader(packDirectory, true).load();
  }

  private Pack load() throws PackException {
    ObjectNode pack = object(read("pack.yaml", Schemas.Sort.PACK));
    readCitations();
    readSafeguards();
    readQuestions();
    readRules();
    refuseStrayFiles();
    new PackChecks(content, files, problems).run();
    if (!proven) {
      compile();
    }
    if (!problems.isEmpty()) {
      throw new PackException(problems);
    }
    return assembled(pack);
  }

  private Pack assembled(ObjectNode pack) {
    List<Safeguard> safeguards = List.copyOf(content.safeguards().keySet());
    List<String> order = safeguards.stream().map(Safeguard::id).toList();
    return new Pack(
        PackReader.text(pack, "id"),
        PackReader.text(pack, "version"),
        PackReader.text(pack, "title"),
        PackReader.text(pack, "description"),
        files.sha256(),
        content.citations(),
        safeguards,
        content.questions().keySet().stream()
            .sorted(
                Comparator.comparingInt((Question q) -> order.indexOf(q.safeguard()))
                    .thenComparing(Question::id))
            .toList(),
        content.rules().keySet().stream().sorted(Comparator.comparing(Rule::id)).toList());
  }

  private void readCitations() {
    PackFile file = read("citations.yaml", Schemas.Sort.CITATIONS);
    if (file != null) {
      content.citations().addAll(PackReader.citations(file.root()));
      content.citationFile(file);
    }
  }

  private void readSafeguards() {
    for (String path : files.matching("safeguards/[^/]+\\.yaml")) {
      PackFile file = read(path, Schemas.Sort.SAFEGUARD);
      if (file != null) {
        content.safeguards().put(PackReader.safeguard(object(file)), file);
      }
    }
  }

  private void readQuestions() {
    for (String path : files.matching("questions/[^/]+\\.yaml")) {
      PackFile file = read(path, Schemas.Sort.QUESTIONS);
      if (file != null) {
        List<Question> questions = PackReader.questions(file.root());
        for (int i = 0; i < questions.size(); i++) {
          content.questions().put(questions.get(i), new PackContent.Entry(file, i));
        }
      }
    }
  }

  private void readRules() {
    for (String path : files.matching(RULE)) {
      PackFile file = read(path, Schemas.Sort.RULE);
      if (file != null) {
        content.rules().put(PackReader.rule(object(file), path.split("/")[1]), file);
      }
    }
    for (String path : proven ? List.<String>of() : files.matching(TESTS)) {
      PackFile file = read(path, Schemas.Sort.TESTS);
      if (file != null) {
        content.tests().put(path, file);
      }
    }
  }

  /// A file in the wrong folder would be overlooked in silence.
  private void refuseStrayFiles() {
    String known =
        "pack\\.yaml|citations\\.yaml|safeguards/[^/]+\\.yaml|questions/[^/]+\\.yaml|"
            + String.join("|", RULE, TESTS, EXAMPLE);
    Predicate<String> inPlace = Pattern.compile(known).asMatchPredicate();
    for (String path : files.matching(".*\\.ya?ml")) {
      if (!inPlace.test(path)) {
        problems.add(
            new PackProblem(path, 0, 0, "no file of a pack has this place; is it misplaced?"));
      }
    }
  }

  private void compile() {
    List<RuleCompiler.Source> rules = new ArrayList<>();
    content
        .rules()
        .forEach((rule, file) -> rules.add(new RuleCompiler.Source(rule, file::problem)));
    new RuleCompiler().compile(rules, problems);
  }

  private @Nullable PackFile read(String path, Schemas.Sort sort) {
    PackFile file = files.read(path);
    if (file == null) {
      return null;
    }
    List<PackProblem> misfits = proven ? List.of() : schemas.check(file, sort);
    problems.addAll(misfits);
    return misfits.isEmpty() ? file : null;
  }

  private static ObjectNode object(@Nullable PackFile file) {
    Node root = file == null ? ObjectNode.EMPTY : file.root();
    return root instanceof ObjectNode object ? object : ObjectNode.EMPTY;
  }

  /// What was read so far, with the files it came from, in the order of the files.
  static final class PackContent {
    /// @param index of the entry in the file's list
    record Entry(PackFile file, int index) {}

    private final List<Citation> citations = new ArrayList<>();
    private final Map<Safeguard, PackFile> safeguards = new LinkedHashMap<>();
    private final Map<Question, Entry> questions = new LinkedHashMap<>();
    private final Map<Rule, PackFile> rules = new LinkedHashMap<>();
    private final Map<String, PackFile> tests = new LinkedHashMap<>();
    private @Nullable PackFile citationFile;

    List<Citation> citations() {
      return citations;
    }

    Map<Safeguard, PackFile> safeguards() {
      return safeguards;
    }

    Map<Question, Entry> questions() {
      return questions;
    }

    Map<Rule, PackFile> rules() {
      return rules;
    }

    Map<String, PackFile> tests() {
      return tests;
    }

    @Nullable PackFile citationFile() {
      return citationFile;
    }

    void citationFile(PackFile file) {
      citationFile = file;
    }
  }
}
