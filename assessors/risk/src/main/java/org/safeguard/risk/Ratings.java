package org.safeguard.risk;

import static org.safeguard.model.risk.Level.HIGH;
import static org.safeguard.model.risk.Level.LOW;
import static org.safeguard.model.risk.Level.MODERATE;
import static org.safeguard.model.risk.Level.VERY_HIGH;
import static org.safeguard.model.risk.Level.VERY_LOW;
import static org.safeguard.risk.Wording.count;
import static org.safeguard.risk.Wording.shortened;

import java.util.List;
import java.util.Locale;
import org.safeguard.model.risk.Asset;
import org.safeguard.model.risk.Level;
import org.safeguard.model.risk.Rating;
import org.safeguard.model.rule.Severity;
import org.safeguard.model.verdict.Verdict;

/// The three levels that are proposed for a risk, each with the inputs it was drawn from.
///
/// SP 800-30r1 leaves the drawing to the assessor; these rules are ours, so each reason states its
/// inputs, and a person may decide otherwise.
final class Ratings {

  /// From so many objects on, a weakness that at least half of them share counts as widespread.
  private static final int WIDESPREAD = 5;

  private static final int NAMED = 3;

  private Ratings() {}

  /// Likelihood of initiation (table G-2) or, for threats without intent, of occurrence (G-3):
  /// from the worst severity, a level higher when an adversary can reach an affected asset from
  /// outside the cluster.
  static Rating initiation(RiskGroup group) {
    Level base = likelihood(group.worst());
    String worst = alone("The most severe finding is " + word(group.worst()), base);
    if (!group.safeguard().threat().adversarial()) {
      return new Rating(base, worst + ". The threat is not deliberate, so exposure adds nothing.");
    }
    List<Asset> exposed =
        group.concerned().stream().filter(asset -> !asset.exposure().isEmpty()).toList();
    if (exposed.isEmpty()) {
      return new Rating(
          base, worst + ". The snapshot shows no way to the affected assets from outside.");
    }
    return new Rating(
        shifted(base, 1),
        "%s. %s can be reached from outside the cluster (%s), which raises it a level."
            .formatted(worst, count(exposed.size(), "affected asset"), waysIn(exposed)));
  }

  /// Likelihood that the event, once it happens, does harm (table G-4): from the tier, a level
  /// higher when the weakness is widespread, a level higher again when a finding is critical, and
  /// else a level lower when other direct controls of the same safeguard hold for the affected
  /// objects.
  static Rating adverseImpact(RiskGroup group) {
    Level base =
        switch (group.tier()) {
          case HANDLES, PLATFORM -> HIGH;
          case UNKNOWN -> MODERATE;
          case NONE -> LOW;
        };
    int affected = group.affected().size();
    int examined = group.examinedObjects();
    boolean widespread = affected >= WIDESPREAD && affected * 2 >= examined;
    Controls controls = Controls.of(group);
    return new Rating(
        shifted(base, (widespread ? 1 : 0) + controls.shift()),
        "%s. %d of %s examined %s affected%s; %s."
            .formatted(
                alone(closeness(group), base),
                affected,
                count(examined, "object"),
                affected == 1 ? "is" : "are",
                widespread ? ", which raises it a level" : "",
                controls.inWords()));
  }

  /// Level of impact (table H-3), with patient safety and care delivery counted in.
  static Rating impact(RiskGroup group) {
    return switch (group.tier()) {
      case HANDLES -> handles(group);
      case PLATFORM ->
          group.worst() == Severity.CRITICAL
              ? new Rating(
                  VERY_HIGH,
                  "The platform reaches every workload, and the most severe finding is critical.")
              : new Rating(HIGH, "The platform reaches every workload, those with ePHI included.");
      case UNKNOWN ->
          new Rating(
              severe(group) ? HIGH : MODERATE,
              ("Nobody has said whether these assets handle ePHI, so they are treated as if they"
                      + " may; the most severe finding is %s. A designation would settle it.")
                  .formatted(word(group.worst())));
      case NONE ->
          new Rating(
              severe(group) ? MODERATE : LOW,
              "The assets are designated as not handling ePHI; the most severe finding is %s."
                  .formatted(word(group.worst())));
    };
  }

  private static Rating handles(RiskGroup group) {
    if (group.safeguard().threat().patientSafety()) {
      return new Rating(
          VERY_HIGH, "The assets handle ePHI, and the event can delay or falsify care.");
    }
    List<String> stores =
        group.concerned().stream()
            .filter(asset -> asset.ephi().equals("maintains") || !asset.storage().isEmpty())
            .map(asset -> ObjectNames.name(asset.object()))
            .toList();
    return stores.isEmpty()
        ? new Rating(HIGH, "The assets handle ePHI; none of them is known to store it.")
        : new Rating(
            VERY_HIGH,
            "The assets handle ePHI, and data is stored by %s."
                .formatted(shortened(stores, NAMED)));
  }

  private static Level likelihood(Severity worst) {
    return switch (worst) {
      case CRITICAL -> HIGH;
      case HIGH -> MODERATE;
      case MEDIUM -> LOW;
      case LOW, INFO -> VERY_LOW;
    };
  }

  private static String closeness(RiskGroup group) {
    return switch (group.tier()) {
      case HANDLES -> "The assets handle ePHI";
      case PLATFORM -> "The platform reaches every workload";
      case UNKNOWN -> "It is unknown whether the assets handle ePHI";
      case NONE -> "The assets are designated as not handling ePHI";
    };
  }

  private static String alone(String input, Level base) {
    return input + ", which alone makes it " + base.title();
  }

  private static String waysIn(List<Asset> exposed) {
    return shortened(
        exposed.stream().flatMap(asset -> asset.exposure().stream()).distinct().sorted().toList(),
        NAMED);
  }

  private static boolean severe(RiskGroup group) {
    return group.worst().atLeast(Severity.HIGH);
  }

  private static String word(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  private static Level shifted(Level level, int by) {
    Level[] levels = Level.values();
    return levels[Math.clamp(level.ordinal() + by, 0, levels.length - 1)];
  }

  /// What direct checks of the same safeguard say about the affected objects. A critical finding
  /// gives away the whole node or cluster, whatever else holds.
  private record Controls(long held, int all, boolean critical) {

    static Controls of(RiskGroup group) {
      List<Verdict> direct = group.directOnAffected();
      return new Controls(
          RiskGroup.passes(direct), direct.size(), group.worst() == Severity.CRITICAL);
    }

    int shift() {
      return critical ? 1 : strong() ? -1 : 0;
    }

    private boolean strong() {
      return held > 0 && held * 2 >= all;
    }

    String inWords() {
      if (held == 0) {
        return "no direct check of the same safeguard passed on them"
            + (critical ? ", and a critical finding raises it a level" : "");
      }
      return "%d of %s of the same safeguard on them passed%s"
          .formatted(held, count(all, "direct check"), effect());
    }

    private String effect() {
      if (critical) {
        return ", but a critical finding outweighs them and raises it a level";
      }
      return strong() ? ", which lowers it a level" : "";
    }
  }
}
