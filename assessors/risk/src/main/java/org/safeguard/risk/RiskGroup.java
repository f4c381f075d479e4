package org.safeguard.risk;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.safeguard.model.risk.Asset;
import org.safeguard.model.risk.EphiTier;
import org.safeguard.model.rule.Rule;
import org.safeguard.model.rule.Safeguard;
import org.safeguard.model.rule.Severity;
import org.safeguard.model.rule.Strength;
import org.safeguard.model.rule.Support;
import org.safeguard.model.verdict.Status;
import org.safeguard.model.verdict.Verdict;

/// What one risk is made of.
///
/// @param safeguard the safeguard whose absence makes the risk
/// @param tier ePHI tier of the affected objects
/// @param failed the findings, most severe first; never empty
/// @param examined passed and failed verdicts of all rules that support the safeguard, same tier
/// @param affected names of the objects with findings
/// @param concerned the assets that these objects are, let in or contain
record RiskGroup(
    Safeguard safeguard,
    EphiTier tier,
    List<Verdict> failed,
    List<Verdict> examined,
    Set<String> affected,
    List<Asset> concerned) {

  static final Comparator<Verdict> WORST_FIRST =
      Comparator.comparing((Verdict verdict) -> verdict.rule().severity())
          .thenComparing(verdict -> verdict.rule().id())
          .thenComparing(RiskGroup::name)
          .thenComparing(verdict -> verdict.subject().container())
          .thenComparing(Verdict::id);

  static RiskGroup of(
      Safeguard safeguard,
      EphiTier tier,
      List<Verdict> failed,
      List<Verdict> examined,
      AssetIndex assets) {
    Map<String, Asset> concerned = new TreeMap<>();
    failed.stream()
        .flatMap(verdict -> assets.concerned(verdict.subject().object()).stream())
        .forEach(asset -> concerned.put(ObjectNames.name(asset.object()), asset));
    return new RiskGroup(
        safeguard,
        tier,
        failed.stream().sorted(WORST_FIRST).toList(),
        examined,
        names(failed),
        List.copyOf(concerned.values()));
  }

  Severity worst() {
    return failed.getFirst().rule().severity();
  }

  /// The number of objects of this tier that the safeguard's rules could examine.
  int examinedObjects() {
    return names(examined).size();
  }

  /// What was examined on the affected objects.
  List<Verdict> onAffected() {
    return examined.stream().filter(verdict -> affected.contains(name(verdict))).toList();
  }

  /// What was examined on the affected objects by rules that are direct evidence.
  List<Verdict> directOnAffected() {
    Support direct = new Support(safeguard.id(), Strength.DIRECT);
    return onAffected().stream().filter(v -> v.rule().supports().contains(direct)).toList();
  }

  /// Verdicts by rule, rules by id.
  static Map<String, List<Verdict>> byRule(List<Verdict> verdicts) {
    return verdicts.stream()
        .collect(Collectors.groupingBy(v -> v.rule().id(), TreeMap::new, Collectors.toList()));
  }

  static long passes(List<Verdict> verdicts) {
    return verdicts.stream().filter(verdict -> verdict.status() == Status.PASSED).count();
  }

  static Rule rule(List<Verdict> verdicts) {
    return verdicts.getFirst().rule();
  }

  private static String name(Verdict verdict) {
    return ObjectNames.name(verdict.subject().object());
  }

  private static Set<String> names(List<Verdict> verdicts) {
    return verdicts.stream().map(RiskGroup::name).collect(Collectors.toCollection(TreeSet::new));
  }
}
