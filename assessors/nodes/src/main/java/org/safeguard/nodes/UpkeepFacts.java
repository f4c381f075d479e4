package org.safeguard.nodes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Container;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.Namespace;
import org.safeguard.model.fact.Upkeep;
import org.safeguard.model.fact.Workload;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Selector;
import org.safeguard.objects.SystemNamespaces;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Types;
import org.safeguard.objects.Value;

/// How each workload is kept running.
final class UpkeepFacts {

  private static final Set<Coverage> CUT_OFF =
      Set.of(Coverage.FORBIDDEN, Coverage.PARTIAL, Coverage.FAILED);

  private static final Set<String> EPHI = Set.of("creates", "receives", "maintains", "transmits");
  private static final Set<String> SELECTING =
      Set.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet");
  private static final List<String> SANDBOXES = List.of("gvisor", "runsc", "kata", "firecracker");
  private static final List<String> RECOMMENDED =
      List.of(
          "app.kubernetes.io/name", "app.kubernetes.io/instance", "app.kubernetes.io/managed-by");
  private static final String CHART = "helm.sh/chart";
  private static final Cause NO_STATUS =
      new Cause(
          Cause.Code.NOT_CAPTURED,
          "the source does not hold the status; capture it from the running cluster");

  private final ClusterObjects objects;
  private final Facts known;
  private final Pods pods;
  private final Set<String> ephiNamespaces = new HashSet<>();
  private final Map<String, String> handlers = new HashMap<>();
  private final Map<String, List<String>> notForEphi = new HashMap<>();
  private final Metrics metrics;
  private final MadeSecrets made;

  UpkeepFacts(ClusterObjects objects, Facts known) {
    this.objects = objects;
    this.known = known;
    this.pods = new Pods(objects, known.workloads());
    this.metrics = new Metrics(objects);
    this.made = new MadeSecrets(objects);
    for (Workload workload : known.workloads()) {
      if (EPHI.contains(Known.ephi(workload))) {
        ephiNamespaces.add(workload.namespace());
      } else if (Known.ephi(workload).equals("none")) {
        notForEphi
            .computeIfAbsent(workload.namespace(), _ -> new ArrayList<>())
            .add(workload.kind() + "/" + workload.name());
      }
    }
    for (Namespace namespace : known.namespaces()) {
      if (Known.is(namespace, "ephi") && EPHI.contains(namespace.ephi())) {
        ephiNamespaces.add(namespace.name());
      }
    }
    for (Place runtime : objects.placesOf(Kinds.RUNTIME_CLASS)) {
      handlers.put(runtime.resource().name(), runtime.at("handler").text().orElse(""));
    }
  }

  List<Upkeep> facts() {
    return known.workloads().stream().map(this::fact).toList();
  }

  private Upkeep fact(Workload workload) {
    Place object = Templates.object(objects, workload);
    Place spec = Templates.spec(objects, workload);
    Trace trace = new Trace(object).place("pod", spec);
    Probes probes = new Probes(spec);
    Schedule schedule = new Schedule(object);
    trace.read("ephi", workload.provenance().readings("ephi"));
    trace.unknown("ephi", Known.gap(workload, "ephi"));
    return new Upkeep(
        workload.kind(),
        workload.namespace(),
        workload.name(),
        workload.systemComponent(),
        Known.ephi(workload),
        selectorMatches(trace, workload, object),
        headlessService(trace, workload, object),
        probes.identical(trace),
        probes.undeclared(trace),
        probes.unnamedPorts(trace),
        probes.repeatedVariables(trace),
        new PodReferences(objects, made, workload.namespace(), spec).missing(trace, spec),
        schedule.suspended(trace),
        schedule.startingDeadline(trace),
        schedule.concurrencyPolicy(trace),
        schedule.jobTtl(trace),
        schedule.jobOwned(trace),
        schedule.jobDeadline(trace),
        schedule.jobFailed(trace),
        wantedPods(trace, workload, object),
        readyPods(trace, workload, object),
        PodHealth.unhealthy(trace, podsOf(object), object, objects.workloadGap()),
        qualityOfService(trace, workload, spec),
        nodeNamed(trace, workload, spec),
        nodeChosen(trace, spec),
        nodes(trace, object),
        neighbours(trace, object),
        mixedWith(trace, workload, object),
        metrics.nearLimit(trace, workload, podsOf(object), object),
        sandboxed(trace, spec),
        exposed(trace, workload),
        missingLabels(trace, workload, object),
        trace.done());
  }

  private List<Place> podsOf(Place object) {
    return pods.of(object.resource());
  }

  private static boolean selectorMatches(Trace trace, Workload workload, Place object) {
    Place place = object.at("spec", "selector");
    trace.read("selectorMatches", place.reading());
    if (!SELECTING.contains(workload.kind())) {
      return true;
    }
    return switch (Selector.read(place)) {
      case Value.Absent<Selector> _ -> object.resource().apiVersion().startsWith("extensions/");
      case Value.Unreadable<Selector>(Place _, Cause cause) -> {
        trace.unknown("selectorMatches", cause);
        yield false;
      }
      case Value.Known<Selector>(Place _, Selector selector) -> {
        trace.unknown("selectorMatches", Known.gap(workload, "podLabels"));
        yield selector.matches(Known.podLabels(workload));
      }
    };
  }

  private boolean headlessService(Trace trace, Workload workload, Place object) {
    Place name = object.at("spec", "serviceName");
    trace.read("headlessService", name.reading());
    if (!workload.kind().equals("StatefulSet")) {
      return true;
    }
    if (name.text() instanceof Value.Unreadable<String>(Place _, Cause cause)) {
      trace.unknown("headlessService", cause);
    }
    String service = name.text().orElse("");
    Optional<Resource> found =
        objects.find(Types.SERVICE, workload.namespace(), service).or(() -> openly(service));
    if (found.isEmpty()) {
      if (!service.isEmpty()) {
        trace.unknown("headlessService", objects.coverages().gap(Types.SERVICE));
      }
      return false;
    }
    Place address = objects.place(found.get()).at("spec", "clusterIP");
    return trace.text("headlessService", address.text(), "").equals("None");
  }

  /// A service whose manifest names no namespace lies wherever it is applied to.
  private Optional<Resource> openly(String service) {
    return objects.leavesNamespaceOpen(Types.SERVICE, service)
        ? objects.find(Types.SERVICE, "default", service)
        : Optional.empty();
  }

  private static long wantedPods(Trace trace, Workload workload, Place object) {
    Place status = object.at("status");
    Place wanted =
        workload.kind().equals("DaemonSet")
            ? status.at("desiredNumberScheduled")
            : status.at("replicas");
    return reported(trace, "wantedPods", status, wanted);
  }

  private static long readyPods(Trace trace, Workload workload, Place object) {
    Place status = object.at("status");
    Place ready =
        workload.kind().equals("DaemonSet") ? status.at("numberReady") : status.at("readyReplicas");
    return reported(trace, "readyPods", status, ready);
  }

  /// A status leaves out what is zero.
  private static long reported(Trace trace, String component, Place status, Place place) {
    long number = trace.number(component, place.number(), 0);
    if (status.each().isEmpty()) {
      trace.unknown(component, NO_STATUS);
    }
    return number;
  }

  /// [Quality of service](https://kubernetes.io/docs/concepts/workloads/pods/pod-qos/) of its pods.
  private static String qualityOfService(Trace trace, Workload workload, Place spec) {
    trace.read("qualityOfService", spec.at("containers").reading());
    trace.unknown("qualityOfService", Known.gap(workload, "containers"));
    boolean any = false;
    boolean all = true;
    for (Container container : Known.containers(workload)) {
      if (container.type().equals("ephemeral")) {
        continue;
      }
      Optional<Cause> gap =
          List.of("cpuRequest", "memoryRequest", "cpuLimit", "memoryLimit").stream()
              .flatMap(component -> Known.gap(container, component).stream())
              .findFirst();
      if (gap.isPresent()) {
        trace.unknown("qualityOfService", gap);
        return "";
      }
      any |=
          !(container.cpuRequest()
                  + container.memoryRequest()
                  + container.cpuLimit()
                  + container.memoryLimit())
              .isEmpty();
      all &=
          same(container.cpuRequest(), container.cpuLimit())
              && same(container.memoryRequest(), container.memoryLimit());
    }
    return all && any ? "Guaranteed" : any ? "Burstable" : "BestEffort";
  }

  private static boolean same(String request, String limit) {
    return !limit.isEmpty()
        && (request.equals(limit)
            || Quantity.of(request)
                .flatMap(r -> Quantity.of(limit).map(l -> r.compareTo(l) == 0))
                .orElse(false));
  }

  /// In a template the name binds every pod; in a pod the scheduler wrote it.
  private static boolean nodeNamed(Trace trace, Workload workload, Place spec) {
    String node = trace.text("nodeNamed", spec.at("nodeName").text(), "");
    return !node.isEmpty() && !workload.kind().equals("Pod");
  }

  private static boolean nodeChosen(Trace trace, Place spec) {
    boolean selector = trace.present("nodeChosen", spec.at("nodeSelector"));
    boolean chosen = selector && !spec.at("nodeSelector").each().isEmpty();
    return chosen || trace.present("nodeChosen", spec.at("affinity", "nodeAffinity"));
  }

  private List<String> nodes(Trace trace, Place object) {
    Map<String, Place> nodes = pods.nodes(object.resource());
    trace.read("nodes", object.at("spec").reading());
    trace.read("nodes", nodes.values().stream().map(Place::reading).toList());
    if (nodes.isEmpty()) {
      trace.unknown("nodes", unplaced());
    }
    return List.copyOf(nodes.keySet());
  }

  private Cause unplaced() {
    return objects
        .coverages()
        .gap(Types.POD)
        .orElseGet(
            () ->
                new Cause(
                    Cause.Code.NOT_CAPTURED,
                    "no pod of it that runs on a node is in the snapshot; capture pods while it"
                        + " runs"));
  }

  private List<String> neighbours(Trace trace, Place object) {
    Map<String, Place> nodes = pods.nodes(object.resource());
    TreeSet<String> neighbours = new TreeSet<>();
    for (String node : nodes.keySet()) {
      pods.namespacesOn(node).stream()
          .filter(ns -> !ephiNamespaces.contains(ns) && !SystemNamespaces.contains(ns))
          .forEach(neighbours::add);
    }
    trace.read("neighbours", object.at("spec").reading());
    trace.read("neighbours", nodes.values().stream().map(Place::reading).toList());
    if (nodes.isEmpty()) {
      trace.unknown("neighbours", unplaced());
    } else if (neighbours.isEmpty()) {
      trace.unknown("neighbours", objects.coverages().gap(Types.POD));
    }
    return List.copyOf(neighbours);
  }

  private List<String> mixedWith(Trace trace, Workload workload, Place object) {
    List<String> others = notForEphi.getOrDefault(workload.namespace(), List.of());
    trace.read("mixedWith", object.at("metadata", "namespace").reading());
    if (others.isEmpty()) {
      trace.unknown("mixedWith", objects.workloadGap().or(this::controllersCutOff));
    }
    return others;
  }

  /// Pods show what runs, but what was said of ePHI may stand on a controller that is missing.
  private Optional<Cause> controllersCutOff() {
    return Types.CONTROLLERS.stream()
        .filter(type -> CUT_OFF.contains(objects.coverages().of(type)))
        .flatMap(type -> objects.coverages().gap(type).stream())
        .findFirst();
  }

  private boolean sandboxed(Trace trace, Place spec) {
    Value<String> named = spec.at("runtimeClassName").text();
    String name = trace.text("sandboxed", named, "");
    String handler = handlers.getOrDefault(name, "");
    if (!name.isEmpty() && handler.isEmpty()) {
      trace.unknown(
          "sandboxed",
          objects
              .coverages()
              .gap(Kinds.RUNTIME_CLASS)
              .orElse(
                  new Cause(
                      Cause.Code.UNRESOLVED,
                      "the runtime class " + name + " is not in the snapshot")));
    }
    return SANDBOXES.stream().anyMatch(handler::contains);
  }

  private static boolean exposed(Trace trace, Workload workload) {
    trace.read("exposed", workload.provenance().readings("exposures"));
    trace.unknown("exposed", Known.gap(workload, "exposures"));
    return Known.is(workload, "exposures") && !workload.exposures().isEmpty();
  }

  private static List<String> missingLabels(Trace trace, Workload workload, Place object) {
    trace.read("missingLabels", object.at("metadata", "labels").reading());
    Optional<Cause> gap = Known.gap(workload, "labels");
    trace.unknown("missingLabels", gap);
    if (gap.isPresent()) {
      return List.of();
    }
    List<String> missing = new ArrayList<>(RECOMMENDED);
    missing.removeIf(
        label ->
            workload.labels().containsKey(label)
                || label.endsWith("managed-by") && workload.labels().containsKey(CHART));
    return missing;
  }
}
