package org.safeguard.tools;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Container;
import org.safeguard.model.fact.Mount;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.fact.Tool;
import org.safeguard.model.fact.ToolEvidence;
import org.safeguard.model.fact.Workload;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.Place;
import org.safeguard.objects.PodTemplate;
import org.safeguard.objects.TemplateKind;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Value;

/// Turns findings into facts: what runs, on which nodes, with which rights.
final class ToolView {

  private static final List<String> SOCKETS =
      List.of("docker.sock", "containerd.sock", "crio.sock", "podman.sock");

  private final Captured captured;
  private final Pods pods;
  private final Machines machines;

  private final Optional<Cause> gap;

  /// @param gap why some workloads may be missing
  ToolView(Captured captured, Pods pods, Optional<Cause> gap) {
    this.gap = gap;
    this.captured = captured;
    this.pods = pods;
    this.machines = new Machines(captured.objects());
  }

  Tool of(Finding finding) {
    Product product = finding.product();
    Trace trace = new Trace(captured.made("Tool", "", product.name()));
    List<Finding.Sign> signs = finding.signs();
    List<Reading> where = signs.stream().map(Finding.Sign::reading).limit(5).toList();
    for (String component :
        List.of("product", "categories", "evidence", "strong", "workloads", "version")) {
      trace.read(component, where);
    }
    trace.read("nodeAgent", where);
    if (!finding.isStrong()) {
      trace.unknown("strong", gap);
    }
    List<Workload> workloads = finding.workloads();
    List<Container> containers = workloads.stream().flatMap(w -> containers(w).stream()).toList();
    Optional<Workload> best = workloads.stream().findFirst();
    return new Tool(
        best.map(Workload::namespace).orElse(""),
        best.map(Workload::name).orElse(product.name()),
        product.name(),
        product.categories(),
        finding.isStrong(),
        signs.stream().limit(20).map(this::evidence).toList(),
        workloads.stream().map(ToolView::label).sorted().toList(),
        finding.version(),
        running(trace, workloads),
        product.nodeAgent(),
        nodes(trace),
        nodesWithout(trace, product, workloads),
        Answers.any(trace, "clusterAdmin", workloads, "clusterAdmin", Workload::clusterAdmin),
        Answers.any(trace, "privileged", containers, "privileged", Container::privileged),
        Answers.any(trace, "runtimeSocket", containers, "mounts", ToolView::seesSocket),
        Answers.names(trace, "exposures", workloads, "exposures", ToolView::exposures),
        !Answers.any(
            trace,
            "egressRestricted",
            workloads,
            "egressPolicies",
            w -> w.egressPolicies().isEmpty()),
        trace.done());
  }

  private ToolEvidence evidence(Finding.Sign sign) {
    Trace trace = new Trace(captured.objects().place(sign.reading().resource()));
    for (String component : List.of("sort", "value", "strong")) {
      trace.read(component, sign.reading());
    }
    return new ToolEvidence(sign.sort(), sign.value(), sign.strong(), trace.done());
  }

  private static String label(Workload workload) {
    return workload.kind() + "/" + workload.namespace() + "/" + workload.name();
  }

  private static List<Container> containers(Workload workload) {
    return Answers.orElse(workload, Workload::containers, List.of());
  }

  private static List<String> exposures(Workload workload) {
    return workload.exposures().stream().map(e -> e.kind() + "/" + e.name()).toList();
  }

  private static boolean seesSocket(Container container) {
    return container.mounts().stream().map(Mount::hostPath).anyMatch(ToolView::holdsSocket);
  }

  static boolean holdsSocket(String hostPath) {
    return SOCKETS.stream().anyMatch(hostPath::endsWith);
  }

  /// By the pods where they were captured, else by the status of the workloads.
  private boolean running(Trace trace, List<Workload> workloads) {
    List<Reading> readings = new ArrayList<>();
    boolean told = false;
    for (Workload workload : workloads) {
      Place object = captured.objects().place(workload.provenance().resource());
      Value<Boolean> ready = ready(workload, object);
      readings.add(ready.place().reading());
      if (ready.orElse(false)) {
        trace.read("running", ready.place().reading());
        return true;
      }
      told = told || ready.isKnown();
    }
    trace.read("running", readings);
    if (!told && !workloads.isEmpty()) {
      trace.unknown("running", NO_STATUS);
    }
    return false;
  }

  private static final Cause NO_STATUS =
      new Cause(
          Cause.Code.NOT_CAPTURED,
          "the source holds no status of the workload; capture the cluster, or its pods");

  private Value<Boolean> ready(Workload workload, Place object) {
    List<Place> own = pods.of(workload.namespace(), workload.kind(), workload.name());
    Optional<Place> serving = own.stream().filter(Pods::isReady).findFirst();
    if (serving.isPresent()) {
      Place status = serving.get().at("status", "conditions");
      return new Value.Known<>(status, true);
    }
    Place status = object.at("status");
    if (!status.isSet() && own.stream().noneMatch(pod -> pod.at("status").isSet())) {
      return new Value.Absent<>(status);
    }
    Place count =
        switch (workload.kind()) {
          case "DaemonSet" -> status.at("numberReady");
          case "Job" -> status.at("succeeded");
          case "CronJob" -> status.at("lastSuccessfulTime");
          default -> status.at("readyReplicas");
        };
    boolean some = count.number().orElse(0L) > 0 || count.text().isKnown();
    return new Value.Known<>(count, some);
  }

  private long nodes(Trace trace) {
    trace.unknown("nodes", captured.gap(Machines.TYPE));
    return machines.all().size();
  }

  /// A product without a workload covers no node; one that needs no node leaves none out.
  private List<String> nodesWithout(Trace trace, Product product, List<Workload> workloads) {
    if (!product.nodeAgent() || workloads.isEmpty()) {
      return List.of();
    }
    Set<String> covered = new HashSet<>();
    List<PodTemplate> templates = new ArrayList<>();
    for (Workload workload : workloads) {
      covered.addAll(
          Machines.ofPods(pods.of(workload.namespace(), workload.kind(), workload.name())));
      template(workload).ifPresent(templates::add);
    }
    List<String> without = new ArrayList<>();
    List<Reading> readings = new ArrayList<>();
    for (Place node : machines.all()) {
      boolean has =
          pods.areWhole()
              ? covered.contains(node.resource().name())
              : templates.stream().anyMatch(template -> Machines.admits(node, template));
      if (!has) {
        without.add(node.resource().name());
        readings.add(node.at("spec", "taints").reading("no pod of " + product.name()));
      }
    }
    note(trace, without, readings, workloads);
    return without;
  }

  private void note(
      Trace trace, List<String> without, List<Reading> readings, List<Workload> workloads) {
    if (without.isEmpty()) {
      trace.unknown("nodesWithout", captured.gap(Machines.TYPE).or(() -> captured.gap("Pod")));
    }
    trace.read(
        "nodesWithout",
        readings.isEmpty()
            ? workloads.stream().map(w -> w.provenance().self()).toList()
            : readings.stream().limit(20).toList());
  }

  /// Only a daemon set follows the nodes; where a deployment's pods go is the scheduler's choice.
  private Optional<PodTemplate> template(Workload workload) {
    ResourceType type = workload.provenance().resource().type();
    return TemplateKind.of(type)
        .filter(kind -> kind == TemplateKind.DAEMON_SET)
        .map(
            kind ->
                PodTemplate.of(kind, captured.objects().place(workload.provenance().resource())));
  }

  boolean nodesAreSealed() {
    return captured.objects().coverages().of(ResourceType.of(Machines.TYPE)) == Coverage.CAPTURED
        && machines.areSealed();
  }
}
