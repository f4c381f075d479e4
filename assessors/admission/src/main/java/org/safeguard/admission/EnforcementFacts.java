package org.safeguard.admission;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.ControlEnforcement;
import org.safeguard.model.fact.Enforcement;
import org.safeguard.model.fact.Namespace;
import org.safeguard.model.fact.NamespacePodSecurity;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.fact.UnknownEvidenceException;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;

/// Puts together what all policies enforce in each namespace.
///
/// @param controls the table
/// @param guards of all policies
/// @param levels what Pod Security admission enforces, by namespace
/// @param gap why policies may be missing; empty when none is
record EnforcementFacts(
    Controls controls,
    List<Guard> guards,
    Map<String, NamespacePodSecurity> levels,
    Optional<Cause> gap) {

  private static final String POD_SECURITY = "Pod Security level ";

  /// What is known about one control in one namespace.
  private static final class Findings {
    final List<String> by = new ArrayList<>();
    final List<String> weak = new ArrayList<>();
    final List<Reading> readings = new ArrayList<>();
    Optional<Cause> unknown = Optional.empty();
  }

  Enforcement fact(NamespaceView view, Namespace namespace) {
    Map<Guard, Judgement> refusals = new IdentityHashMap<>();
    guards.forEach(guard -> refusals.put(guard, guard.refusesIn(view)));
    Trace trace = new Trace(view.place());
    List<ControlEnforcement> all = new ArrayList<>();
    TreeSet<String> policies = new TreeSet<>();
    for (Control control : controls.all()) {
      ControlEnforcement found = control(control, view, namespace, refusals);
      policies.addAll(found.by());
      all.add(found);
    }
    String ephi = "unknown";
    switch (view.ephi()) {
      case Judgement.Yes _ -> ephi = "maintains";
      case Judgement.No(String designation, boolean _) -> ephi = designation;
      case Judgement.Unknown(Cause cause) -> trace.unknown("ephi", cause);
    }
    if (policies.isEmpty()) {
      trace.unknown("policies", firstUnknown(all).or(() -> gap));
    }
    return new Enforcement(
        view.name(), ephi, view.system(), all, List.copyOf(policies), trace.done());
  }

  private static Optional<Cause> firstUnknown(List<ControlEnforcement> controls) {
    return controls.stream()
        .flatMap(control -> control.provenance().unknown().values().stream())
        .findFirst();
  }

  private ControlEnforcement control(
      Control control, NamespaceView view, Namespace namespace, Map<Guard, Judgement> refusals) {
    Findings findings = new Findings();
    podSecurity(control, view, namespace, findings);
    for (Guard guard : guards) {
      Judgement refusal = refusals.getOrDefault(guard, Judgement.no("it was not judged"));
      note(control, guard, refusal, view, findings);
    }
    Trace trace = new Trace(view.place());
    trace.read(
        "enforced",
        findings.readings.isEmpty() ? List.of(view.place().reading()) : findings.readings);
    if (findings.by.isEmpty()) {
      trace.unknown("enforced", findings.unknown.or(() -> gap));
    }
    String why =
        Stream.of(
                findings.by.isEmpty() ? "no policy refuses " + control.title() : "",
                String.join("; ", findings.weak))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("; "));
    return new ControlEnforcement(
        control.id(), !findings.by.isEmpty(), findings.by, findings.weak, why, trace.done());
  }

  private void podSecurity(
      Control control, NamespaceView view, Namespace namespace, Findings findings) {
    if (control.level().isEmpty()) {
      return;
    }
    Optional<NamespacePodSecurity> effective = Optional.ofNullable(levels.get(namespace.name()));
    Place label = view.place().at("metadata", "labels", "pod-security.kubernetes.io/enforce");
    findings.readings.add(label.reading());
    try {
      String level = level(namespace, effective);
      if (level.isEmpty()) {
        return;
      }
      boolean included = level.equals("restricted") || level.equals(control.level());
      if (!included) {
        findings.weak.add(POD_SECURITY + level + " does not include it");
      } else if (isExempt(effective)) {
        findings.weak.add(POD_SECURITY + level + ": the cluster's configuration exempts it");
      } else {
        findings.by.add(POD_SECURITY + level);
      }
    } catch (UnknownEvidenceException e) {
      findings.unknown = Optional.of(e.evidenceCause());
    }
  }

  /// By label, else by the default of the cluster where that is known. Where it is not, the default
  /// of Kubernetes itself stands, which refuses nothing.
  private static String level(Namespace namespace, Optional<NamespacePodSecurity> effective) {
    String label = namespace.enforceLevel();
    if (!label.isEmpty() || effective.isEmpty()) {
      return label;
    }
    try {
      String level = effective.get().enforceLevel();
      return level.equals("privileged") ? "" : level;
    } catch (UnknownEvidenceException e) {
      return "";
    }
  }

  /// @throws UnknownEvidenceException when the exemptions are not in the snapshot
  private static boolean isExempt(Optional<NamespacePodSecurity> effective) {
    return effective.map(NamespacePodSecurity::exempt).orElse(false);
  }

  private static void note(
      Control control, Guard guard, Judgement refusal, NamespaceView view, Findings findings) {
    if (!guard.pods() && !control.id().equals("exec")) {
      if (!guard.meaning().apply(view).controls().containsKey(control.id())) {
        return;
      }
    }
    Meaning meaning = guard.meaning().apply(view);
    Reach reach = meaning.controls().get(control.id());
    boolean maybe = !meaning.isKnown() && control.mentionedIn(guard.text());
    if (reach == null && !maybe) {
      return;
    }
    switch (refusal) {
      case Judgement.Yes _ -> {
        if (reach == null) {
          findings.unknown =
              Optional.of(
                  new Cause(
                      Cause.Code.UNRESOLVED,
                      guard.label()
                          + " mentions it, but what it refuses could not be told; read the policy"));
        } else if (reach.init()) {
          findings.by.add(guard.label());
          findings.readings.add(guard.place().reading());
        } else {
          findings.weak.add(guard.label() + ": it leaves init containers out");
        }
      }
      case Judgement.No(String why, boolean _) -> {
        if (reach != null) {
          findings.weak.add(guard.label() + ": " + why);
          findings.readings.add(guard.place().reading());
        }
      }
      case Judgement.Unknown(Cause cause) -> findings.unknown = Optional.of(cause);
    }
  }
}
