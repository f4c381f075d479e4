package org.safeguard.podsecurity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.PodSecurity;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.fact.Workload;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.PodTemplate;
import org.safeguard.objects.TemplateKind;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Types;
import org.safeguard.objects.Value;

/// The facts about workloads under Pod Security.
final class WorkloadSecurity {

  private static final String ENFORCE = "enforce";

  private final ClusterObjects objects;
  private final ClusterPolicy cluster;
  private final Judge judge;
  private final Map<String, NamespacePolicy> policies = new HashMap<>();

  WorkloadSecurity(ClusterObjects objects, ClusterPolicy cluster, Judge judge) {
    this.objects = objects;
    this.cluster = cluster;
    this.judge = judge;
    objects
        .placesOf(Types.NAMESPACE)
        .forEach(
            place -> policies.put(place.resource().name(), new NamespacePolicy(place, cluster)));
  }

  List<PodSecurity> facts(List<Workload> workloads) {
    List<PodSecurity> facts = new ArrayList<>();
    for (Workload workload : workloads) {
      Resource resource = workload.provenance().resource();
      TemplateKind.of(resource.type())
          .map(kind -> PodTemplate.of(kind, objects.place(resource)))
          .map(template -> fact(workload, template))
          .ifPresent(facts::add);
    }
    return facts;
  }

  private PodSecurity fact(Workload workload, PodTemplate pod) {
    Trace trace = new Trace(pod.object());
    trace.place("pod", pod.spec());
    Judge.Judgement baseline = judge.judge(pod, Level.BASELINE, PolicyVersion.LATEST);
    Judge.Judgement restricted = judge.judge(pod, Level.RESTRICTED, PolicyVersion.LATEST);
    note(trace, "meetsBaseline", "baselineViolations", baseline, pod);
    note(trace, "meetsRestricted", "restrictedViolations", restricted, pod);
    Level level = level(trace, baseline, restricted, pod);
    Value<Level> enforced = enforced(pod);
    Level demanded = trace.take("namespaceLevel", enforced, Level.PRIVILEGED, "privileged");
    Value<PolicyVersion> version = version(pod);
    PolicyVersion asked = trace.take("namespaceVersion", version, PolicyVersion.LATEST, "latest");
    Judge.Judgement there = judge.judge(pod, demanded, asked);
    note(trace, "meetsNamespaceLevel", "namespaceViolations", there, pod);
    gap(enforced).or(() -> gap(version)).ifPresent(cause -> open(trace, cause));
    String ephi = ephi(trace, workload);
    return new PodSecurity(
        workload.kind(),
        workload.namespace(),
        workload.name(),
        ephi,
        workload.systemComponent(),
        judge.own().toString(),
        level.word(),
        baseline.isAllowed(),
        restricted.isAllowed(),
        baseline.evaluation().messages(),
        restricted.evaluation().messages(),
        demanded.word(),
        asked.toString(),
        exempt(trace, pod),
        there.isAllowed(),
        there.evaluation().messages(),
        trace.done());
  }

  private static void open(Trace trace, Cause cause) {
    trace.unknown("meetsNamespaceLevel", cause).unknown("namespaceViolations", cause);
  }

  private static String ephi(Trace trace, Workload workload) {
    trace.read("ephi", workload.provenance().readings("ephi"));
    Cause hidden = workload.provenance().unknown().get("ephi");
    if (hidden != null) {
      trace.unknown("ephi", hidden);
      return "unknown";
    }
    return workload.ephi();
  }

  private static void note(
      Trace trace, String answer, String violations, Judge.Judgement judgement, PodTemplate pod) {
    for (String component : List.of(answer, violations)) {
      trace.read(component, readings(judgement, pod)).unknown(component, judgement.gap());
    }
  }

  private static List<Reading> readings(Judge.Judgement judgement, PodTemplate pod) {
    List<Reading> readings = judgement.evaluation().readings();
    return readings.isEmpty() ? List.of(pod.spec().reading()) : readings;
  }

  private static Level level(
      Trace trace, Judge.Judgement baseline, Judge.Judgement restricted, PodTemplate pod) {
    boolean baselineRefuses = baseline.gap().isEmpty() && !baseline.isAllowed();
    Judge.Judgement decisive = baselineRefuses ? baseline : restricted;
    trace.read("level", readings(decisive, pod));
    if (baselineRefuses) {
      return Level.PRIVILEGED;
    }
    trace.unknown("level", restricted.gap().or(baseline::gap));
    return restricted.isAllowed() ? Level.RESTRICTED : Level.BASELINE;
  }

  private Value<Level> enforced(PodTemplate pod) {
    NamespacePolicy policy = policies.get(pod.namespace());
    return policy == null ? unseen(pod) : policy.level(ENFORCE);
  }

  private Value<PolicyVersion> version(PodTemplate pod) {
    NamespacePolicy policy = policies.get(pod.namespace());
    return policy == null ? unseen(pod) : policy.version(ENFORCE);
  }

  private <T> Value<T> unseen(PodTemplate pod) {
    Cause cause =
        objects
            .coverages()
            .gap(Types.NAMESPACE)
            .orElseGet(
                () ->
                    new Cause(
                        Cause.Code.UNRESOLVED,
                        "the namespace "
                            + pod.namespace()
                            + " is not in this snapshot; capture namespaces"));
    return new Value.Unreadable<>(pod.object().at("metadata", "namespace"), cause);
  }

  private boolean exempt(Trace trace, PodTemplate pod) {
    Place own = pod.spec().at("runtimeClassName");
    Value<Boolean> byNamespace =
        cluster.exempts("namespaces", pod.namespace(), pod.object().at("metadata", "namespace"));
    Value<Boolean> byClass =
        switch (own.text()) {
          case Value.Known<String>(Place _, String name) ->
              cluster.exempts("runtimeClasses", name, own);
          case Value.Absent<String> _ -> new Value.Known<>(own, false);
          case Value.Unreadable<String>(Place at, Cause cause) -> new Value.Unreadable<>(at, cause);
        };
    Value<Boolean> decisive =
        byNamespace.orElse(false) || byClass.orElse(false)
            ? byNamespace.orElse(false) ? byNamespace : byClass
            : byNamespace.isKnown() ? byClass : byNamespace;
    return trace.flag("exempt", decisive, false);
  }

  private static Optional<Cause> gap(Value<?> value) {
    return value instanceof Value.Unreadable<?>(Place _, Cause cause)
        ? Optional.of(cause)
        : Optional.empty();
  }
}
