package org.safeguard.engagement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.risk.Assessment;
import org.safeguard.model.risk.Asset;
import org.safeguard.model.risk.CitationState;
import org.safeguard.model.risk.Designation;
import org.safeguard.model.risk.EphiTier;
import org.safeguard.model.risk.EvidenceState;
import org.safeguard.model.risk.Level;
import org.safeguard.model.risk.Rating;
import org.safeguard.model.risk.Risk;
import org.safeguard.model.risk.SafeguardDetermination;
import org.safeguard.model.risk.Scope;
import org.safeguard.model.rule.Citation;
import org.safeguard.model.rule.Fix;
import org.safeguard.model.rule.Pack;
import org.safeguard.model.rule.Question;
import org.safeguard.model.rule.Rule;
import org.safeguard.model.rule.Safeguard;
import org.safeguard.model.rule.Severity;
import org.safeguard.model.rule.Strength;
import org.safeguard.model.rule.Support;
import org.safeguard.model.rule.Threat;
import org.safeguard.model.snapshot.CaptureRecord;
import org.safeguard.model.snapshot.CaptureRequest;
import org.safeguard.model.snapshot.CapturedList;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Redaction;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.snapshot.Skipped;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.SourceFile;
import org.safeguard.model.snapshot.TypeCoverage;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;
import org.safeguard.model.verdict.AssessedSubject;
import org.safeguard.model.verdict.Evidence;
import org.safeguard.model.verdict.ObjectReference;
import org.safeguard.model.verdict.Outcome;
import org.safeguard.model.verdict.ProposedValue;
import org.safeguard.model.verdict.Verdict;

/// Assessments that no engine would make: every component with any value its type allows.
final class RandomAssessment {

  private static final List<String> PIECES =
      List.of(
          "", "a", "web", "/spec/0", "'", "\"", "\n", "\0", "ß", "😀", "\\u0000", "%", "{}",
          "null");

  private final RandomGenerator random;

  RandomAssessment(RandomGenerator random) {
    this.random = random;
  }

  Assessment next() {
    List<Pack> packs = list(2, this::pack);
    List<Rule> rules = new ArrayList<>();
    packs.forEach(pack -> rules.addAll(pack.rules()));
    rules.add(rule());
    return new Assessment(
        text(),
        text(),
        instant(),
        new Scope(text(), text(), text(), text(), list(3, this::designation)),
        packs,
        list(3, this::snapshot),
        list(5, this::asset),
        list(random.nextInt(4) == 0 ? 1500 : 12, () -> verdict(rules)),
        list(
            4,
            () ->
                new SafeguardDetermination(
                    safeguard(), oneOf(EvidenceState.values()), text(), count(), count(), count())),
        list(
            4,
            () ->
                new CitationState(
                    citation(), oneOf(EvidenceState.values()), text(), texts(), texts(), texts())),
        list(5, this::risk));
  }

  private Designation designation() {
    return new Designation(text(), text(), text(), text(), text(), text(), text(), text());
  }

  private Pack pack() {
    return new Pack(
        text(),
        text(),
        text(),
        text(),
        text(),
        list(3, this::citation),
        list(3, this::safeguard),
        list(3, () -> new Question(text(), text(), text(), text(), text())),
        list(3, this::rule));
  }

  private Citation citation() {
    return new Citation(
        text(), text(), text(), text(), text(), oneOf(Citation.Observability.values()));
  }

  private Safeguard safeguard() {
    return new Safeguard(
        text(),
        text(),
        text(),
        texts(),
        text(),
        text(),
        text(),
        new Threat(text(), text(), text(), text(), random.nextBoolean(), random.nextBoolean()));
  }

  private Rule rule() {
    return new Rule(
        text(),
        text(),
        text(),
        text(),
        oneOf(Severity.values()),
        text(),
        text(),
        text(),
        text(),
        text(),
        text(),
        new Fix(texts(), text(), text()),
        list(2, () -> new Support(text(), oneOf(Strength.values()))),
        text(),
        texts(),
        text(),
        texts());
  }

  private Snapshot snapshot() {
    return new Snapshot(
        text(),
        text(),
        text(),
        text(),
        orNull(this::instant),
        orNull(this::text),
        list(3, () -> new SourceFile(text(), random.nextLong(), text())),
        list(random.nextInt(4) == 0 ? 700 : 6, this::resource),
        list(
            3,
            () ->
                new TypeCoverage(
                    new ResourceType(text(), text()), oneOf(Coverage.values()), count(), text())),
        list(3, () -> new Skipped(text(), count(), oneOf(Skipped.Kind.values()), text())),
        new CaptureRecord(
            list(2, this::capturedList),
            list(3, () -> new CaptureRequest(instant(), text(), text(), count(), count())),
            list(2, () -> new Redaction(type(), text(), text(), random.nextBoolean(), count()))));
  }

  private CapturedList capturedList() {
    return new CapturedList(
        type(),
        text(),
        text(),
        orNull(this::instant),
        orNull(this::instant),
        count(),
        count(),
        count(),
        random.nextBoolean());
  }

  private ResourceType type() {
    return new ResourceType(text(), text());
  }

  private Resource resource() {
    return new Resource(
        text(), text(), text(), text(), orNull(this::text), orNull(this::text), text(), object(3));
  }

  private ObjectNode object(int depth) {
    ObjectNode.Builder object = ObjectNode.builder(count());
    for (int i = random.nextInt(4); i > 0; i--) {
      object.put(text(), node(depth - 1));
    }
    return object.build();
  }

  private Node node(int depth) {
    return switch (random.nextInt(depth > 0 ? 7 : 5)) {
      case 0 -> new ScalarNode(null, count());
      case 1 -> new ScalarNode(random.nextBoolean(), count());
      case 2 -> new ScalarNode(random.nextLong(), count());
      case 3 -> new ScalarNode(random.nextGaussian(), count());
      case 4 -> new ScalarNode(text(), count());
      case 5 -> object(depth);
      default -> new ArrayNode(list(3, () -> node(depth - 1)), count());
    };
  }

  private Asset asset() {
    return new Asset(
        reference(),
        text(),
        text(),
        text(),
        text(),
        text(),
        texts(),
        texts(),
        random.nextLong(),
        texts());
  }

  private Verdict verdict(List<Rule> rules) {
    return new Verdict(
        text(),
        rules.get(random.nextInt(rules.size())),
        new AssessedSubject(reference(), text(), text()),
        outcome(),
        list(3, () -> new Evidence(reference(), text(), text(), text(), count())));
  }

  private Outcome outcome() {
    return switch (random.nextInt(4)) {
      case 0 -> new Outcome.Passed();
      case 1 -> new Outcome.Failed(text(), list(2, () -> new ProposedValue(text(), text())));
      case 2 -> new Outcome.NotApplicable(text());
      default -> new Outcome.NotAssessed(new Cause(oneOf(Cause.Code.values()), text()));
    };
  }

  private Risk risk() {
    return new Risk(
        text(),
        text(),
        text(),
        oneOf(EphiTier.values()),
        texts(),
        text(),
        text(),
        text(),
        text(),
        rating(),
        rating(),
        oneOf(Level.values()),
        rating(),
        oneOf(Level.values()),
        text(),
        texts(),
        texts());
  }

  private Rating rating() {
    return new Rating(oneOf(Level.values()), text());
  }

  private ObjectReference reference() {
    return new ObjectReference(
        text(), text(), text(), text(), orNull(this::text), orNull(this::text));
  }

  private Instant instant() {
    return Instant.ofEpochSecond(random.nextLong(4_000_000_000L), random.nextLong(1_000_000_000L));
  }

  private int count() {
    return random.nextInt(Integer.MAX_VALUE);
  }

  private String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private List<String> texts() {
    return list(3, this::text);
  }

  private <T> @Nullable T orNull(Supplier<T> value) {
    return random.nextBoolean() ? value.get() : null;
  }

  private <E> E oneOf(E[] values) {
    return values[random.nextInt(values.length)];
  }

  private <T> List<T> list(int atMost, Supplier<T> item) {
    List<T> list = new ArrayList<>();
    for (int i = random.nextInt(atMost + 1); i > 0; i--) {
      list.add(item.get());
    }
    return list;
  }
}
