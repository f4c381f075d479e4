package org.safeguard.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Container;
import org.safeguard.model.fact.Pipeline;
import org.safeguard.model.fact.ServiceAccount;
import org.safeguard.model.fact.Workload;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Value;

/// Runners of CI/CD systems and what they may do.
final class PipelineFacts {

  static final List<String> TYPES =
      List.of(
          "Task.tekton.dev",
          "ClusterTask.tekton.dev",
          "TaskRun.tekton.dev",
          "Workflow.argoproj.io",
          "WorkflowTemplate.argoproj.io",
          "CronWorkflow.argoproj.io",
          "AutoscalingRunnerSet.actions.github.com",
          "RunnerDeployment.actions.summerwind.dev");

  private static final Pattern PRIVILEGED = Pattern.compile("(?m)^\\s*privileged\\s*=\\s*true\\b");
  private static final Pattern SOCKET = Pattern.compile("(docker|containerd|crio|podman)\\.sock");

  private static final Cause SEE_JOBS =
      new Cause(
          Cause.Code.NOT_CAPTURED,
          "what it runs is not written here; look at the jobs, or capture the cluster while they"
              + " run");

  private final Captured captured;
  private final ToolSearch.Result found;

  PipelineFacts(Captured captured, ToolSearch.Result found) {
    this.captured = captured;
    this.found = found;
  }

  List<Pipeline> facts() {
    List<Pipeline> facts = new ArrayList<>();
    List<Workload> seen = new ArrayList<>();
    for (Finding finding : found.doing("pipeline")) {
      for (Workload workload : finding.workloads()) {
        if (!seen.contains(workload)) {
          seen.add(workload);
          facts.add(runner(finding.product().name(), workload));
        }
      }
    }
    TYPES.forEach(type -> captured.places(type).forEach(object -> facts.add(task(object))));
    return facts;
  }

  private Pipeline runner(String product, Workload workload) {
    Trace trace = new Trace(captured.objects().place(workload.provenance().resource()));
    List<Container> containers =
        Answers.orElse(workload, Workload::containers, List.<Container>of());
    boolean own = Answers.any(trace, "privileged", containers, "privileged", Container::privileged);
    boolean socket =
        Answers.any(
            trace,
            "runtimeSocket",
            containers,
            "mounts",
            c -> c.mounts().stream().anyMatch(m -> ToolView.holdsSocket(m.hostPath())));
    Optional<Place> settings = settings(product, workload.namespace());
    String text = settings.flatMap(PipelineFacts::readable).orElse("");
    boolean jobs = PRIVILEGED.matcher(text).find();
    if (jobs) {
      settings.ifPresent(place -> trace.read("privileged", place.reading("privileged = true")));
    } else if (!own && product.equals("GitLab Runner") && text.isEmpty()) {
      trace.unknown("privileged", SEE_JOBS);
    }
    if (!socket && product.equals("GitLab Runner") && text.isEmpty()) {
      trace.unknown("runtimeSocket", SEE_JOBS);
    }
    boolean hardened =
        !containers.isEmpty()
            && containers.stream()
                .allMatch(
                    c ->
                        !Answers.orElse(c, Container::allowPrivilegeEscalation, true)
                            && Answers.orElse(c, Container::runAsNonRoot, false));
    trace.read("hardened", workload.provenance().readings("containers"));
    trace.read("pinned", workload.provenance().readings("containers"));
    return new Pipeline(
        workload.namespace(),
        workload.name(),
        workload.kind(),
        product,
        own || jobs,
        socket || SOCKET.matcher(text).find(),
        Answers.any(
            trace, "clusterAdmin", List.of(workload), "clusterAdmin", Workload::clusterAdmin),
        hardened,
        !containers.isEmpty() && containers.stream().allMatch(PipelineFacts::isPinned),
        !Answers.any(
            trace,
            "egressRestricted",
            List.of(workload),
            "egressPolicies",
            w -> w.egressPolicies().isEmpty()),
        trace.done());
  }

  private static boolean isPinned(Container container) {
    return !container.provenance().unknown().containsKey("image")
        && !container.image().digest().isEmpty();
  }

  /// The settings of a GitLab runner in a config map beside it.
  private Optional<Place> settings(String product, String namespace) {
    if (!product.equals("GitLab Runner")) {
      return Optional.empty();
    }
    return captured.places("ConfigMap").stream()
        .filter(map -> ClusterObjects.namespace(map.resource()).equals(namespace))
        .flatMap(map -> map.at("data").each().entrySet().stream())
        .filter(entry -> entry.getKey().startsWith("config") && entry.getKey().endsWith(".toml"))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static Optional<String> readable(Place place) {
    String text = place.text().orElse("");
    return text.isEmpty() || text.startsWith("(redacted:") ? Optional.empty() : Optional.of(text);
  }

  private Pipeline task(Place object) {
    Trace trace = new Trace(object);
    String kind = object.resource().kind();
    List<Place> steps = steps(object);
    boolean written = !steps.isEmpty();
    if (!written && !kind.equals("RunnerDeployment")) {
      for (String component : List.of("privileged", "runtimeSocket", "hardened", "pinned")) {
        trace.read(component, object.at("spec").reading()).unknown(component, SEE_JOBS);
      }
    }
    trace.read("egressRestricted", object.at("spec").reading());
    trace.unknown("egressRestricted", SEE_JOBS);
    return new Pipeline(
        object.resource().namespace(),
        object.resource().name(),
        kind,
        product(object),
        privileged(trace, object, steps),
        socket(trace, object),
        admin(trace, object),
        hardened(trace, object, steps),
        pinned(trace, steps),
        false,
        trace.done());
  }

  private static String product(Place object) {
    String group = object.resource().group();
    return group.equals("tekton.dev")
        ? "Tekton"
        : group.equals("argoproj.io") ? "Argo Workflows" : "GitHub Actions runner controller";
  }

  /// Whatever runs as a container.
  private static List<Place> steps(Place object) {
    List<Place> steps = new ArrayList<>();
    Place spec = object.at("spec");
    for (Place holder :
        List.of(spec, spec.at("taskSpec"), spec.at("template", "spec"), spec.at("workflowSpec"))) {
      for (String list : List.of("steps", "sidecars", "containers", "initContainers")) {
        steps.addAll(holder.at(list).objects().orElse(List.of()));
      }
      for (Place template : holder.at("templates").objects().orElse(List.of())) {
        if (template.at("container").isSet()) {
          steps.add(template.at("container"));
        }
        if (template.at("script").isSet()) {
          steps.add(template.at("script"));
        }
      }
    }
    return steps;
  }

  /// The older runner controller starts a privileged Docker beside each job unless told otherwise.
  private static boolean privileged(Trace trace, Place object, List<Place> steps) {
    Readings readings = new Readings(trace, "privileged");
    if (object.resource().kind().equals("RunnerDeployment")) {
      Place docker = object.at("spec", "template", "spec", "dockerEnabled");
      return readings.decide(readings.take(docker.flag(), true));
    }
    for (Place step : steps) {
      if (readings.take(step.at("securityContext", "privileged").flag(), false)) {
        return readings.decide(true);
      }
    }
    return readings.decide(false);
  }

  private static boolean socket(Trace trace, Place object) {
    Readings readings = new Readings(trace, "runtimeSocket");
    Place spec = object.at("spec");
    for (Place holder : List.of(spec, spec.at("taskSpec"), spec.at("template", "spec"))) {
      for (Place volume : holder.at("volumes").objects().orElse(List.of())) {
        Place path = volume.at("hostPath", "path");
        if (ToolView.holdsSocket(path.text().orElse(""))) {
          readings.see(path);
          return readings.decide(true);
        }
      }
    }
    readings.see(spec.at("volumes"));
    return readings.decide(false);
  }

  private boolean admin(Trace trace, Place object) {
    Place spec = object.at("spec");
    Place name =
        spec.at("serviceAccountName").isSet()
            ? spec.at("serviceAccountName")
            : spec.at("template", "spec", "serviceAccountName");
    trace.read("clusterAdmin", name.reading());
    String account = name.text().orElse("");
    if (account.isEmpty()) {
      return false;
    }
    List<ServiceAccount> accounts =
        captured.known().serviceAccounts().stream()
            .filter(a -> a.name().equals(account))
            .filter(a -> a.namespace().equals(ClusterObjects.namespace(object.resource())))
            .toList();
    if (accounts.isEmpty()) {
      trace.unknown("clusterAdmin", captured.gap("ServiceAccount").or(() -> unresolved(account)));
    }
    return Answers.any(
        trace, "clusterAdmin", accounts, "clusterAdmin", ServiceAccount::clusterAdmin);
  }

  private static Optional<Cause> unresolved(String account) {
    return Optional.of(
        new Cause(
            Cause.Code.UNRESOLVED,
            "the service account " + account + " is not in this snapshot; capture it"));
  }

  private static boolean hardened(Trace trace, Place object, List<Place> steps) {
    Readings readings = new Readings(trace, "hardened");
    Place shared = object.at("spec", "stepTemplate", "securityContext");
    boolean all = !steps.isEmpty();
    for (Place step : steps) {
      Place own = step.at("securityContext");
      boolean escalates =
          readings.take(
              own.at("allowPrivilegeEscalation")
                  .flag()
                  .or(shared.at("allowPrivilegeEscalation").flag()),
              true);
      boolean nonRoot =
          readings.take(own.at("runAsNonRoot").flag().or(shared.at("runAsNonRoot").flag()), false);
      Value<Long> user = own.at("runAsUser").number().or(shared.at("runAsUser").number());
      all = all && !escalates && (nonRoot || user.orElse(0L) > 0);
    }
    return readings.decide(all);
  }

  private static boolean pinned(Trace trace, List<Place> steps) {
    Readings readings = new Readings(trace, "pinned");
    boolean all = !steps.isEmpty();
    for (Place step : steps) {
      all = readings.take(step.at("image").text(), "").contains("@sha256:") && all;
    }
    return readings.decide(all);
  }
}
