package org.safeguard.workbench;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.safeguard.document.DocumentSink;
import org.safeguard.document.JsonDocuments;
import org.safeguard.document.Limits;
import org.safeguard.document.MalformedDocumentException;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.risk.EphiTier;
import org.safeguard.model.risk.Level;
import org.safeguard.model.risk.Rating;
import org.safeguard.model.risk.Risk;
import org.safeguard.model.risk.Scope;
import org.safeguard.model.rule.Fix;
import org.safeguard.model.rule.Pack;
import org.safeguard.model.rule.Rule;
import org.safeguard.model.rule.Severity;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.TypeCoverage;
import org.safeguard.model.snapshot.UnreadableInputException;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;
import org.safeguard.model.verdict.AssessedSubject;
import org.safeguard.model.verdict.Evidence;
import org.safeguard.model.verdict.ObjectReference;
import org.safeguard.model.verdict.Outcome;
import org.safeguard.model.verdict.Status;
import org.safeguard.model.verdict.Verdict;
import org.safeguard.reporting.ResultJson;

/// Reads a result JSON back as far as a comparison needs it: verdicts, risks and coverage, without
/// objects, safeguards and the texts of rules.
final class ResultFile {

  private static final int HEAD = 256;

  private final List<Pack> packs;
  private final Map<String, Rule> rules = new HashMap<>();

  private ResultFile(List<Pack> packs) {
    this.packs = packs;
    packs.forEach(pack -> pack.rules().forEach(rule -> rules.put(rule.id(), rule)));
  }

  /// Whether a file starts as a result JSON does.
  static boolean isOne(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(path)) {
      String head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
      return head.stripLeading().startsWith("{") && head.contains('"' + ResultJson.SCHEMA + '"');
    }
  }

  /// @param packs at hand; a pack of the same content brings the rules that the file only names
  /// @throws UnreadableInputException when it is damaged
  static Assessment read(Path path, List<Pack> packs) throws UnreadableInputException {
    ObjectNode json = root(path);
    List<String> contents =
        json.array("packs").objects().stream().map(pack -> text(pack, "sha256")).toList();
    List<Pack> same = packs.stream().filter(pack -> contents.contains(pack.sha256())).toList();
    return new ResultFile(same).assessment(json);
  }

  private Assessment assessment(ObjectNode json) {
    return new Assessment(
        text(json, "id"),
        text(json.object("tool"), "version"),
        instant(json, "assessedAt").orElse(Instant.EPOCH),
        Scope.NONE,
        json.array("packs").objects().stream().map(this::pack).toList(),
        json.array("snapshots").objects().stream().map(ResultFile::snapshot).toList(),
        List.of(),
        json.array("verdicts").objects().stream().map(this::verdict).toList(),
        List.of(),
        List.of(),
        json.array("risks").objects().stream().map(ResultFile::risk).toList());
  }

  private static ObjectNode root(Path path) throws UnreadableInputException {
    Root root = new Root();
    try (InputStreamReader in =
        new InputStreamReader(Files.newInputStream(path), StandardCharsets.UTF_8)) {
      JsonDocuments.read(in, Limits.DEFAULT, Set.of(), root);
    } catch (MalformedDocumentException e) {
      throw damaged(path, ":" + e.line(), e.why());
    } catch (IOException e) {
      throw damaged(path, "", String.valueOf(e.getMessage()));
    }
    if (root.json == null) {
      throw damaged(path, "", "it holds no results");
    }
    return root.json;
  }

  private static UnreadableInputException damaged(Path path, String line, String why) {
    return new UnreadableInputException(path + line, why, "Write the result JSON again");
  }

  private Pack pack(ObjectNode json) {
    return packs.stream()
        .filter(pack -> pack.sha256().equals(text(json, "sha256")))
        .findFirst()
        .orElseGet(() -> unknownPack(json));
  }

  private static Pack unknownPack(ObjectNode json) {
    return new Pack(
        text(json, "id"),
        text(json, "version"),
        "",
        "",
        text(json, "sha256"),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Snapshot snapshot(ObjectNode json) {
    return new Snapshot(
        text(json, "id"),
        text(json, "source"),
        text(json, "format"),
        "",
        instant(json, "capturedAt").orElse(null),
        json.text("kubernetesVersion").orElse(null),
        List.of(),
        List.of(),
        json.array("coverage").objects().stream().map(ResultFile::coverage).toList(),
        List.of());
  }

  private static TypeCoverage coverage(ObjectNode json) {
    return new TypeCoverage(
        ResourceType.of(text(json, "type")),
        named(Coverage.values(), text(json, "state")).orElse(Coverage.UNKNOWN),
        0,
        text(json, "cause"));
  }

  private Verdict verdict(ObjectNode json) {
    ObjectNode subject = json.object("subject");
    ObjectReference object =
        new ObjectReference(
            text(subject, "apiVersion"),
            text(subject, "kind"),
            text(subject, "namespace"),
            text(subject, "name"),
            null,
            null);
    return new Verdict(
        text(json, "id"),
        rules.computeIfAbsent(text(json, "rule"), id -> rule(id, json)),
        new AssessedSubject(object, text(subject, "container"), ""),
        outcome(json),
        json.array("evidence").objects().stream().map(one -> evidence(one, object)).toList());
  }

  private static Rule rule(String id, ObjectNode json) {
    return new Rule(
        id,
        "",
        text(json, "title"),
        "",
        named(Severity.values(), text(json, "severity")).orElse(Severity.INFO),
        "",
        "",
        "",
        "",
        "",
        "",
        new Fix(List.of(), "", ""),
        List.of(),
        "",
        List.of(),
        "",
        List.of());
  }

  /// A status that nobody knows is one that nobody assessed.
  private static Outcome outcome(ObjectNode json) {
    String message = text(json, "message");
    return switch (named(Status.values(), text(json, "status")).orElse(Status.NOT_ASSESSED)) {
      case PASSED -> new Outcome.Passed();
      case FAILED -> new Outcome.Failed(message, List.of());
      case NOT_APPLICABLE -> new Outcome.NotApplicable(message);
      case NOT_ASSESSED ->
          new Outcome.NotAssessed(
              new Cause(
                  named(Cause.Code.values(), text(json, "cause")).orElse(Cause.Code.NOT_CAPTURED),
                  message));
    };
  }

  private static Evidence evidence(ObjectNode json, ObjectReference object) {
    return new Evidence(
        object,
        text(json, "pointer"),
        text(json, "observed"),
        text(json, "file"),
        json.number("line").orElse(0L).intValue());
  }

  private static Risk risk(ObjectNode json) {
    Level likelihood = level(json, "likelihood");
    Rating unsaid = new Rating(likelihood, "");
    return new Risk(
        text(json, "id"),
        text(json, "title"),
        "",
        EphiTier.UNKNOWN,
        json.array("assets").items().stream().map(ResultFile::text).toList(),
        "",
        "",
        "",
        "",
        unsaid,
        unsaid,
        likelihood,
        new Rating(level(json, "impact"), ""),
        level(json, "level"),
        "",
        List.of(),
        List.of());
  }

  private static Level level(ObjectNode json, String name) {
    return named(Level.values(), text(json, name)).orElse(Level.MODERATE);
  }

  private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
    return Arrays.stream(values).filter(value -> value.name().equals(name)).findFirst();
  }

  private static Optional<Instant> instant(ObjectNode json, String name) {
    try {
      return json.text(name).map(Instant::parse);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String text(ObjectNode json, String name) {
    return json.text(name).orElse("");
  }

  private static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.text() : "";
  }

  private static final class Root implements DocumentSink {

    private @Nullable ObjectNode json;

    @Override
    public void document(Node root, boolean streamedItems) {
      if (root instanceof ObjectNode object) {
        json = object;
      }
    }
  }
}
