package org.safeguard.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.safeguard.model.risk.EvidenceState;
import org.safeguard.model.risk.Risk;
import org.safeguard.model.rule.Rule;
import org.safeguard.model.verdict.ObjectReference;
import org.safeguard.model.verdict.Outcome;
import org.safeguard.model.verdict.Status;
import org.safeguard.model.verdict.Verdict;

class JudgementPropertyTest {

  private static final int ROUNDS = 300;
  private static final List<Rule> RULES = Example.PACK.rules();
  private static final List<Outcome> OUTCOMES =
      List.of(Example.PASSED, Example.FAILED, Example.NOT_APPLICABLE, Example.NOT_ASSESSED);
  private static final List<String> EPHI = List.of("creates", "none", "unknown", "nonsense");
  private static final List<ObjectReference> OBJECTS =
      List.of(
          Example.PORTAL,
          Example.RECORDS,
          Example.BATCH,
          Example.MAIL,
          Example.AGENT,
          Example.WEBSITE);

  private final RandomGenerator random = new Random(164_308);

  @Test
  void everySafeguardAndCitationAlwaysAppearsInOrder() {
    for (int round = 0; round < ROUNDS; round++) {
      Judged judged = JudgementTest.judge(verdicts());
      assertEquals(
          Example.PACK.citations(), judged.citations().stream().map(c -> c.citation()).toList());
      assertEquals(
          Example.PACK.safeguards(), judged.safeguards().stream().map(d -> d.safeguard()).toList());
    }
  }

  @Test
  void gapNeverMakesAnythingSupported() {
    for (int round = 0; round < ROUNDS; round++) {
      List<Verdict> verdicts = verdicts();
      List<EvidenceState> before = states(verdicts);
      int at = random.nextInt(verdicts.size());
      verdicts.set(at, with(verdicts.get(at), Example.NOT_ASSESSED));
      // A failure that becomes a gap may lift a contradiction, but never up to support.
      assertNoneBecomes(EvidenceState.SUPPORTED, before, states(verdicts));
      for (var determination : JudgementTest.judge(verdicts).safeguards()) {
        if (determination.notAssessed() > 0) {
          assertNotEquals(EvidenceState.SUPPORTED, determination.state());
        }
      }
    }
  }

  @Test
  void removingAPassNeverImprovesAState() {
    for (int round = 0; round < ROUNDS; round++) {
      List<Verdict> verdicts = verdicts();
      List<EvidenceState> before = states(verdicts);
      for (int i = 0; i < verdicts.size(); i++) {
        if (verdicts.get(i).status() == Status.PASSED) {
          List<Verdict> fewer = new ArrayList<>(verdicts);
          fewer.remove(i);
          List<EvidenceState> after = states(fewer);
          assertNoneBecomes(EvidenceState.SUPPORTED, before, after);
          assertEquals(
              positions(EvidenceState.CONTRADICTED, before),
              positions(EvidenceState.CONTRADICTED, after));
          assertEquals(
              positions(EvidenceState.NOT_ASSESSED, before),
              positions(EvidenceState.NOT_ASSESSED, after));
        }
      }
    }
  }

  @Test
  void orderOfTheInputNeverMatters() {
    for (int round = 0; round < ROUNDS; round++) {
      List<Verdict> verdicts = verdicts();
      Judged expected = JudgementTest.judge(verdicts);
      Collections.shuffle(verdicts, new Random(round));
      var assets = new ArrayList<>(Example.ASSETS);
      Collections.shuffle(assets, new Random(round));
      assertEquals(expected, Judgement.judge(List.of(Example.PACK), verdicts, assets));
    }
  }

  @Test
  void everyFindingBelongsToExactlyOneRisk() {
    for (int round = 0; round < ROUNDS; round++) {
      List<Verdict> verdicts = verdicts();
      List<String> failed =
          verdicts.stream()
              .filter(v -> v.status() == Status.FAILED)
              .map(Verdict::id)
              .sorted()
              .toList();
      List<String> inRisks =
          JudgementTest.judge(verdicts).risks().stream()
              .flatMap(risk -> risk.findings().stream())
              .sorted()
              .toList();
      assertEquals(failed, inRisks);
    }
  }

  @Test
  void levelsAlwaysFollowTheTables() {
    for (int round = 0; round < ROUNDS; round++) {
      for (Risk risk : JudgementTest.judge(verdicts()).risks()) {
        assertEquals(
            RiskTables.overallLikelihood(risk.initiation().level(), risk.adverseImpact().level()),
            risk.likelihood());
        assertEquals(RiskTables.riskLevel(risk.likelihood(), risk.impact().level()), risk.level());
        assertTrue(
            Stream.of(risk.initiation(), risk.adverseImpact(), risk.impact())
                .allMatch(rating -> rating.reason().matches("[A-Z].*[a-z]\\.")));
      }
    }
  }

  /// One outcome for each rule, object and of up to two containers, in random order.
  private List<Verdict> verdicts() {
    List<Verdict> verdicts = new ArrayList<>();
    int failures = random.nextInt(4);
    for (Rule rule : RULES) {
      for (ObjectReference object : OBJECTS) {
        for (int container = 0; container < random.nextInt(3); container++) {
          verdicts.add(
              Example.verdict(rule, object, "c" + container, pick(EPHI), outcome(failures)));
        }
      }
    }
    verdicts.add(Example.verdict(Example.PRIVILEGED, Example.PASSED));
    return verdicts;
  }

  /// Mostly passes in some rounds, so that safeguards become supported at all.
  private Outcome outcome(int failures) {
    return random.nextInt(12) < failures * 3 ? pick(OUTCOMES) : Example.PASSED;
  }

  private <T> T pick(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  private static Verdict with(Verdict verdict, Outcome outcome) {
    return new Verdict(
        verdict.id(), verdict.rule(), verdict.subject(), outcome, verdict.evidence());
  }

  private static List<EvidenceState> states(List<Verdict> verdicts) {
    Judged judged = JudgementTest.judge(verdicts);
    return Stream.concat(
            judged.safeguards().stream().map(d -> d.state()),
            judged.citations().stream().map(c -> c.state()))
        .toList();
  }

  private static void assertNoneBecomes(
      EvidenceState state, List<EvidenceState> before, List<EvidenceState> after) {
    assertTrue(positions(state, before).containsAll(positions(state, after)));
  }

  private static List<Integer> positions(EvidenceState state, List<EvidenceState> states) {
    return Stream.iterate(0, i -> i < states.size(), i -> i + 1)
        .filter(i -> states.get(i) == state)
        .toList();
  }
}
