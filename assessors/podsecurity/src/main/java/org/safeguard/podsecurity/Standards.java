package org.safeguard.podsecurity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safeguard.objects.PodTemplate;

/// The [standards](https://kubernetes.io/docs/concepts/security/pod-security-standards/) as the
/// admission plug-in evaluates them, version by version.
public final class Standards {

  private static final Comparator<Check> ORDER =
      Comparator.comparing(Check::level).thenComparing(Check::id);

  private static final List<Check> CHECKS =
      Stream.of(
              baseline("privileged", since(0, PrivilegeChecks::privileged)),
              baseline("capabilities_baseline", since(0, CapabilityChecks::baseline)),
              baseline("hostNamespaces", since(0, HostChecks::hostNamespaces)),
              baseline("hostPathVolumes", since(0, VolumeChecks::hostPathVolumes)),
              baseline("hostPorts", since(0, HostChecks::hostPorts)),
              baseline("windowsHostProcess", since(0, PrivilegeChecks::windowsHostProcess)),
              baseline("appArmorProfile", since(0, AppArmorCheck::of)),
              baseline(
                  "hostProbesAndHostLifecycle", since(34, HostChecks::hostProbesAndHostLifecycle)),
              baseline(
                  "procMount",
                  since(0, PrivilegeChecks::procMount),
                  since(35, Exemptions.unlessUserNamespace(PrivilegeChecks::procMount))),
              baseline(
                  "seLinuxOptions", since(0, SeLinuxCheck::of), since(31, SeLinuxCheck::from131)),
              baseline(
                  "seccompProfile_baseline",
                  since(0, SeccompChecks::baselineAnnotations),
                  since(19, SeccompChecks::baseline)),
              baseline(
                  "sysctls",
                  since(0, SysctlChecks.from(0)),
                  since(27, SysctlChecks.from(27)),
                  since(29, SysctlChecks.from(29)),
                  since(32, SysctlChecks.from(32)),
                  since(37, SysctlChecks.from(37))),
              restricted(
                  "allowPrivilegeEscalation",
                  since(8, PrivilegeChecks::allowPrivilegeEscalation),
                  since(25, Exemptions.unlessWindows(PrivilegeChecks::allowPrivilegeEscalation))),
              restricted(
                  "capabilities_restricted",
                  since(22, CapabilityChecks::restricted, "capabilities_baseline"),
                  since(
                      25,
                      Exemptions.unlessWindows(CapabilityChecks::restricted),
                      "capabilities_baseline")),
              restricted(
                  "procMount_restricted", since(35, PrivilegeChecks::procMount, "procMount")),
              restricted(
                  "restrictedVolumes",
                  since(0, VolumeChecks::restrictedVolumes, "hostPathVolumes")),
              restricted(
                  "runAsNonRoot",
                  since(0, UserChecks::runAsNonRoot),
                  since(35, Exemptions.unlessUserNamespace(UserChecks::runAsNonRoot))),
              restricted(
                  "runAsUser",
                  since(23, UserChecks::runAsUser),
                  since(35, Exemptions.unlessUserNamespace(UserChecks::runAsUser))),
              restricted(
                  "seccompProfile_restricted",
                  since(19, SeccompChecks::restricted, "seccompProfile_baseline"),
                  since(
                      25,
                      Exemptions.unlessWindows(SeccompChecks::restricted),
                      "seccompProfile_baseline")))
          .sorted(ORDER)
          .toList();

  private Standards() {}

  private static Check baseline(String id, Check.Revision... revisions) {
    return new Check(id, Level.BASELINE, List.of(revisions));
  }

  private static Check restricted(String id, Check.Revision... revisions) {
    return new Check(id, Level.RESTRICTED, List.of(revisions));
  }

  private static Check.Revision since(int minor, Check.Test test, String... overrides) {
    return new Check.Revision(minor, test, List.of(overrides));
  }

  /// The ids of all checks, baseline before restricted.
  public static List<String> ids() {
    return CHECKS.stream().map(Check::id).toList();
  }

  /// What the plug-in would say of a pod or pod template.
  public static Evaluation evaluate(PodTemplate pod, Level level, PolicyVersion version) {
    PodView view = new PodView(pod);
    List<Evaluation.Result> results = new ArrayList<>();
    for (Check check : applicable(level, version.known())) {
      check
          .at(version.known())
          .ifPresent(
              revision ->
                  results.add(
                      new Evaluation.Result(check.id(), check.level(), revision.test().of(view))));
    }
    return new Evaluation(level, version, results);
  }

  /// The checks that a level evaluates in a version, without those that others make needless.
  private static List<Check> applicable(Level level, int minor) {
    Set<String> overridden =
        CHECKS.stream()
            .filter(check -> level.atLeast(check.level()))
            .flatMap(check -> check.at(minor).stream())
            .flatMap(revision -> revision.overrides().stream())
            .collect(Collectors.toSet());
    return CHECKS.stream()
        .filter(check -> level.atLeast(check.level()) && !overridden.contains(check.id()))
        .toList();
  }

  /// The minor versions in a range at which some check begins or changes, the first included.
  static List<Integer> turns(int from, int to) {
    return Stream.concat(
            Stream.of(from),
            CHECKS.stream()
                .flatMap(check -> check.revisions().stream())
                .map(Check.Revision::since)
                .filter(since -> since > from && since <= to))
        .distinct()
        .sorted()
        .toList();
  }

  /// The checks of a level that a version has and an older one lacks, or has in a form that looks
  /// elsewhere; a revision that only allows more is none.
  static List<String> missing(Level level, PolicyVersion older, PolicyVersion newer) {
    return CHECKS.stream()
        .filter(check -> level.atLeast(check.level()))
        .filter(check -> !check.id().equals("procMount_restricted")) // before 1.35 baseline said it
        .filter(check -> tightened(check) > older.known() && tightened(check) <= newer.known())
        .map(Check::id)
        .toList();
  }

  /// Seccomp became a field in 1.19, which the check of the annotations does not see.
  private static int tightened(Check check) {
    return check.id().equals("seccompProfile_baseline")
        ? check.revisions().getLast().since()
        : check.revisions().getFirst().since();
  }
}
