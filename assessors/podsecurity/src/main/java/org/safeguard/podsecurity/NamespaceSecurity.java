package org.safeguard.podsecurity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Namespace;
import org.safeguard.model.fact.NamespacePodSecurity;
import org.safeguard.model.fact.PodSecurity;
import org.safeguard.model.fact.Provenance;
import org.safeguard.model.fact.Reading;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Types;
import org.safeguard.objects.Value;

/// The facts about namespaces under Pod Security.
final class NamespaceSecurity {

  private static final Set<String> HANDLED =
      Set.of("creates", "receives", "maintains", "transmits");
  private static final Cause NO_VERSION =
      new Cause(
          Cause.Code.NOT_CAPTURED,
          "the source does not tell the version of the cluster; name it when assessing");

  private final ClusterObjects objects;
  private final ClusterPolicy cluster;
  private final Judge judge;
  private final Map<String, List<PodSecurity>> workloads;

  NamespaceSecurity(
      ClusterObjects objects, ClusterPolicy cluster, Judge judge, List<PodSecurity> workloads) {
    this.objects = objects;
    this.cluster = cluster;
    this.judge = judge;
    this.workloads = workloads.stream().collect(Collectors.groupingBy(PodSecurity::namespace));
  }

  List<NamespacePodSecurity> facts(List<Namespace> namespaces) {
    return namespaces.stream().map(this::fact).toList();
  }

  private NamespacePodSecurity fact(Namespace namespace) {
    Place object = objects.place(namespace.provenance().resource());
    NamespacePolicy policy = new NamespacePolicy(object, cluster);
    Trace trace = new Trace(object);
    List<PodSecurity> inside = workloads.getOrDefault(namespace.name(), List.of());
    Level enforced = level(trace, policy, "enforce");
    PolicyVersion version = version(trace, policy, "enforce");
    Value<String> label = policy.label("enforce").text();
    trace
        .read("workloads", object.reading())
        .unknown("workloads", inside.isEmpty() ? podsMissing() : Optional.empty());
    Level strictest = strictest(trace, object, inside);
    return new NamespacePodSecurity(
        namespace.name(),
        handlesEphi(trace, namespace, inside),
        namespace.systemNamespace(),
        trace.flag("exempt", cluster.exempts("namespaces", namespace.name(), object), false),
        trace.flag("enforceLabelled", label.map(_ -> true), false),
        warnsOrAudits(trace, policy),
        enforced.word(),
        version.toString(),
        level(trace, policy, "audit").word(),
        version(trace, policy, "audit").toString(),
        level(trace, policy, "warn").word(),
        version(trace, policy, "warn").toString(),
        trace.list("invalidLabels", policy.invalid()),
        pinned(trace, policy),
        missed(trace, policy, enforced),
        inside.size(),
        refused(trace, "refusedAtBaseline", "meetsBaseline", inside, object),
        refused(trace, "refusedAtRestricted", "meetsRestricted", inside, object),
        strictest.word(),
        couldBeStricter(trace, policy, strictest),
        trace.done());
  }

  private static Level level(Trace trace, NamespacePolicy policy, String mode) {
    return trace.take(mode + "Level", policy.level(mode), Level.PRIVILEGED, "privileged");
  }

  private static PolicyVersion version(Trace trace, NamespacePolicy policy, String mode) {
    return trace.take(mode + "Version", policy.version(mode), PolicyVersion.LATEST, "latest");
  }

  private static boolean warnsOrAudits(Trace trace, NamespacePolicy policy) {
    List<Value<Boolean>> asked = new ArrayList<>();
    for (String mode : List.of("warn", "audit")) {
      asked.add(policy.label(mode).text().map(word -> !word.equals(Level.PRIVILEGED.word())));
    }
    Value<Boolean> first = asked.getFirst();
    Value<Boolean> second = asked.getLast();
    Value<Boolean> decisive =
        first.orElse(false) ? first : second.orElse(false) ? second : hidden(first, second);
    return trace.flag("warnsOrAudits", decisive, false);
  }

  private static Value<Boolean> hidden(Value<Boolean> first, Value<Boolean> second) {
    return first instanceof Value.Unreadable<Boolean> ? first : second;
  }

  private static boolean pinned(Trace trace, NamespacePolicy policy) {
    return trace.flag("pinned", policy.version("enforce").map(version -> !version.latest()), false);
  }

  private List<String> missed(Trace trace, NamespacePolicy policy, Level enforced) {
    Value<PolicyVersion> version = policy.version("enforce");
    PolicyVersion pinned =
        trace.take("missedChecks", version, PolicyVersion.LATEST, PolicyVersion.LATEST.toString());
    if (version instanceof Value.Unreadable<PolicyVersion> || pinned.latest()) {
      return List.of();
    }
    if (policy.level("enforce") instanceof Value.Unreadable<Level>(Place _, Cause cause)) {
      trace.unknown("missedChecks", cause);
      return List.of();
    }
    Optional<List<String>> missed = judge.missed(enforced, pinned);
    if (missed.isEmpty()) {
      trace.unknown("missedChecks", NO_VERSION);
    }
    return missed.orElse(List.of());
  }

  private static boolean handlesEphi(Trace trace, Namespace namespace, List<PodSecurity> inside) {
    List<Reading> hidden = new ArrayList<>();
    Optional<Cause> gap = Optional.empty();
    Provenance own = namespace.provenance();
    if (!own.unknown().containsKey("ephi") && HANDLED.contains(namespace.ephi())) {
      trace.read("handlesEphi", own.readings("ephi"));
      return true;
    }
    gap = Optional.ofNullable(own.unknown().get("ephi"));
    hidden.addAll(own.readings("ephi"));
    for (PodSecurity workload : inside) {
      Provenance provenance = workload.provenance();
      Optional<Cause> unsaid = Optional.ofNullable(provenance.unknown().get("ephi"));
      if (unsaid.isEmpty() && HANDLED.contains(workload.ephi())) {
        trace.read("handlesEphi", provenance.readings("ephi"));
        return true;
      }
      gap = gap.or(() -> unsaid);
    }
    trace.read("handlesEphi", hidden).unknown("handlesEphi", gap);
    return false;
  }

  /// The workloads that a level refuses; that there are no more is known only with every pod here.
  private List<String> refused(
      Trace trace, String component, String answer, List<PodSecurity> inside, Place object) {
    List<PodSecurity> refused = inside.stream().filter(refusedBy(answer)).toList();
    List<Reading> readings =
        refused.stream()
            .flatMap(workload -> workload.provenance().readings(answer).stream().limit(1))
            .toList();
    trace.read(component, readings.isEmpty() ? List.of(object.reading()) : readings);
    if (refused.isEmpty()) {
      trace.unknown(component, open(inside, answer).or(this::podsMissing));
    }
    return refused.stream().map(workload -> workload.kind() + "/" + workload.name()).toList();
  }

  private static Predicate<PodSecurity> refusedBy(String answer) {
    return workload ->
        !workload.provenance().unknown().containsKey(answer)
            && !(answer.equals("meetsBaseline")
                ? workload.meetsBaseline()
                : workload.meetsRestricted());
  }

  private static Optional<Cause> open(List<PodSecurity> inside, String answer) {
    return inside.stream()
        .flatMap(
            workload -> Optional.ofNullable(workload.provenance().unknown().get(answer)).stream())
        .findFirst();
  }

  /// Why pods may run here that the snapshot does not show.
  private Optional<Cause> podsMissing() {
    return objects.coverages().gap(Types.POD);
  }

  private Level strictest(Trace trace, Place object, List<PodSecurity> inside) {
    List<PodSecurity> decisive = inside.stream().filter(refusedBy("meetsBaseline")).toList();
    if (!decisive.isEmpty()) {
      trace.read("strictestLevel", decisive.getFirst().provenance().readings("meetsBaseline"));
      return Level.PRIVILEGED;
    }
    boolean restrictedRefuses = inside.stream().anyMatch(refusedBy("meetsRestricted"));
    Optional<Cause> gap =
        open(inside, "meetsBaseline")
            .or(() -> restrictedRefuses ? Optional.empty() : open(inside, "meetsRestricted"))
            .or(this::podsMissing);
    trace.read("strictestLevel", object.reading()).unknown("strictestLevel", gap);
    return restrictedRefuses ? Level.BASELINE : Level.RESTRICTED;
  }

  private static boolean couldBeStricter(Trace trace, NamespacePolicy policy, Level strictest) {
    return switch (policy.level("enforce")) {
      case Value.Known<Level>(Place at, Level enforced) -> {
        trace.read("couldBeStricter", at.reading());
        if (enforced != Level.RESTRICTED) {
          Optional.ofNullable(trace.done().unknown().get("strictestLevel"))
              .ifPresent(cause -> trace.unknown("couldBeStricter", cause));
        }
        yield !enforced.atLeast(strictest);
      }
      case Value.Absent<Level> _ -> false;
      case Value.Unreadable<Level>(Place at, Cause cause) -> {
        trace.read("couldBeStricter", at.reading()).unknown("couldBeStricter", cause);
        yield false;
      }
    };
  }
}
