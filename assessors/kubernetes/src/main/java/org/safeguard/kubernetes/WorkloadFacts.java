package org.safeguard.kubernetes;

import java.util.List;
import java.util.Set;
import org.safeguard.access.Access;
import org.safeguard.access.Grants;
import org.safeguard.model.fact.Provenance;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.fact.Sysctl;
import org.safeguard.model.fact.Workload;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.PodTemplate;
import org.safeguard.objects.SystemNamespaces;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Types;
import org.safeguard.objects.Value;

/// The facts about workloads.
final class WorkloadFacts {

  private static final Set<String> CONTROL_PLANE =
      Set.of("node-role.kubernetes.io/control-plane", "node-role.kubernetes.io/master");

  private final ClusterObjects objects;
  private final Owners owners;
  private final Access access;
  private final Designations designations;
  private final NetworkPolicyFacts policies;
  private final ServiceFacts services;
  private final DisruptionBudgets budgets;
  private final ResourceBounds bounds;
  private final ImageSizes images;
  private final References references;
  private final UserIds userIds;

  WorkloadFacts(
      ClusterObjects objects,
      Owners owners,
      Access access,
      Designations designations,
      NetworkPolicyFacts policies,
      ServiceFacts services) {
    this.objects = objects;
    this.owners = owners;
    this.access = access;
    this.designations = designations;
    this.policies = policies;
    this.services = services;
    this.budgets = new DisruptionBudgets(objects, owners.workloads());
    this.bounds = new ResourceBounds(objects);
    this.images = new ImageSizes(objects);
    this.references = new References(objects);
    this.userIds = new UserIds(objects, owners.workloads());
  }

  List<Workload> facts() {
    return owners.workloads().stream().map(this::fact).toList();
  }

  private Workload fact(PodTemplate workload) {
    Place object = workload.object();
    Place spec = workload.spec();
    Trace trace = new Trace(object).place("pod", spec);
    Designations.Said said = designations.of(workload);
    trace.read("ephi", said.reading()).unknown("ephi", said.gap());
    VolumeFacts volumes = new VolumeFacts(workload);
    Value<String> accountName =
        spec.at("serviceAccountName").text().or(spec.at("serviceAccount").text());
    String account = trace.text("serviceAccount", accountName, "default");
    Grants grants = access.of(workload.namespace(), account);
    trace.read("systemComponent", object.at("metadata", "namespace").reading());
    return new Workload(
        workload.resource().kind(),
        workload.namespace(),
        workload.resource().name(),
        trace.map("labels", object.at("metadata", "labels").textMap()),
        trace.map("annotations", object.at("metadata", "annotations").textMap()),
        trace.map("podLabels", workload.podLabels()),
        replicas(trace, workload),
        said.ephi(),
        trace.flag("hostNetwork", spec.at("hostNetwork").flag(), false),
        trace.flag("hostPID", spec.at("hostPID").flag(), false),
        trace.flag("hostIPC", spec.at("hostIPC").flag(), false),
        trace.flag("hostUsers", spec.at("hostUsers").flag(), true),
        trace.flag("shareProcessNamespace", spec.at("shareProcessNamespace").flag(), false),
        securityContext(trace, spec.at("securityContext")),
        account,
        accountExists(trace, workload, accountName),
        tokenMounted(trace, workload, account, accountName),
        grants.rules(trace, "serviceAccountRules", reading(accountName)),
        grants.clusterAdmin(trace, reading(accountName)),
        operatingSystem(trace, spec),
        trace.text("runtimeClass", spec.at("runtimeClassName").text(), ""),
        trace.text("priorityClass", spec.at("priorityClassName").text(), ""),
        trace.text("restartPolicy", spec.at("restartPolicy").text(), "Always"),
        trace.text("dnsPolicy", spec.at("dnsPolicy").text(), "ClusterFirst"),
        !trace.list("hostAliases", spec.at("hostAliases").objects()).isEmpty(),
        controlPlaneToleration(trace, spec),
        trace.optional("fsGroup", spec.at("securityContext", "fsGroup").number()),
        trace.list(
            "supplementalGroups", spec.at("securityContext", "supplementalGroups").numbers()),
        sysctls(trace, spec),
        imagePullSecrets(trace, spec),
        volumes.facts(trace),
        new ContainerFacts(workload, volumes, images, bounds).facts(trace),
        topologySpread(trace, spec),
        updateStrategy(trace, workload),
        policies.restricting(trace, "ingressPolicies", workload, Policy::ingress),
        policies.restricting(trace, "egressPolicies", workload, Policy::egress),
        services.exposures(trace, workload),
        budgets.of(trace, workload),
        SystemNamespaces.contains(workload.namespace()),
        references.secrets(trace, workload),
        references.missing(trace, workload),
        userIds.shared(trace, workload),
        withUnknownAccount(trace, accountName));
  }

  /// Whatever follows from the service account is unknown when its name is.
  private static Provenance withUnknownAccount(Trace trace, Value<String> account) {
    if (account instanceof Value.Unreadable<String>(Place _, var cause)) {
      trace
          .unknown("serviceAccountExists", cause)
          .unknown("serviceAccountRules", cause)
          .unknown("clusterAdmin", cause);
    }
    return trace.done();
  }

  private long replicas(Trace trace, PodTemplate workload) {
    Place spec = workload.object().at("spec");
    return switch (workload.kind()) {
      case DAEMON_SET -> daemonPods(trace, workload);
      case JOB -> trace.number("replicas", spec.at("parallelism").number(), 1);
      case CRON_JOB ->
          trace.number("replicas", spec.at("jobTemplate", "spec", "parallelism").number(), 1);
      case POD, POD_TEMPLATE -> {
        trace.read("replicas", workload.object().reading());
        yield 1;
      }
      case REPLICATION_CONTROLLER, REPLICA_SET, DEPLOYMENT, STATEFUL_SET ->
          trace.number("replicas", spec.at("replicas").number(), 1);
    };
  }

  /// The pods in the snapshot; without any, what the controller wants by its own status.
  private long daemonPods(Trace trace, PodTemplate workload) {
    long pods = owners.podsOf(workload.resource());
    if (pods > 0 || objects.coverages().of(Types.POD) == Coverage.CAPTURED) {
      trace.read("replicas", workload.object().reading(pods + " pods in the snapshot"));
      return pods;
    }
    Value<Long> wanted = workload.object().at("status", "desiredNumberScheduled").number();
    return trace.number("replicas", wanted, 1);
  }

  private static boolean securityContext(Trace trace, Place context) {
    boolean present = trace.present("securityContext", context);
    return present && !context.each().isEmpty();
  }

  private boolean accountExists(Trace trace, PodTemplate workload, Value<String> account) {
    String name = account.orElse("default");
    trace.read("serviceAccountExists", reading(account));
    boolean exists = Accounts.exists(objects, workload.namespace(), name);
    if (!exists) {
      trace.unknown("serviceAccountExists", Accounts.gap(objects, workload.namespace(), name));
    }
    return exists;
  }

  private static Reading reading(Value<String> account) {
    return account instanceof Value.Absent<String>(Place place)
        ? place.absent("default")
        : account.place().reading();
  }

  /// What the pod says, else what its node selector asks for.
  private static String operatingSystem(Trace trace, Place spec) {
    Place selector = spec.at("nodeSelector");
    Value<String> system =
        spec.at("os", "name")
            .text()
            .or(selector.at("kubernetes.io/os").text())
            .or(selector.at("beta.kubernetes.io/os").text());
    return trace.text("operatingSystem", system, "");
  }

  /// The pod's setting, else that of its service account, else true.
  private boolean tokenMounted(
      Trace trace, PodTemplate workload, String account, Value<String> accountName) {
    Value<Boolean> own = workload.spec().at("automountServiceAccountToken").flag();
    if (!(own instanceof Value.Absent)) {
      return trace.flag("tokenMounted", own, true);
    }
    if (accountName instanceof Value.Unreadable<String>(Place place, var cause)) {
      return trace.flag("tokenMounted", new Value.Unreadable<>(place, cause), true);
    }
    return trace.flag(
        "tokenMounted",
        Accounts.automount(objects, workload.namespace(), account, own.place()),
        true);
  }

  private static boolean controlPlaneToleration(Trace trace, Place spec) {
    Value<List<Place>> tolerations = spec.at("tolerations").objects();
    for (Place toleration : trace.list("controlPlaneToleration", tolerations)) {
      if (toleratesControlPlane(toleration)) {
        trace.read("controlPlaneToleration", toleration.at("key").reading());
        return true;
      }
    }
    return false;
  }

  private static boolean toleratesControlPlane(Place toleration) {
    String key = toleration.at("key").text().orElse("");
    String effect = toleration.at("effect").text().orElse("");
    boolean every = key.isEmpty() && toleration.at("operator").text().orElse("").equals("Exists");
    return (every || CONTROL_PLANE.contains(key))
        && (effect.isEmpty() || effect.equals("NoSchedule"));
  }

  private static List<Sysctl> sysctls(Trace trace, Place spec) {
    Value<List<Place>> list = spec.at("securityContext", "sysctls").objects();
    return trace.list("sysctls", list).stream().map(WorkloadFacts::sysctl).toList();
  }

  private static Sysctl sysctl(Place place) {
    Trace trace = new Trace(place);
    return new Sysctl(
        trace.text("name", place.at("name").text(), ""),
        trace.text("value", place.at("value").text(), ""),
        trace.done());
  }

  private static List<String> imagePullSecrets(Trace trace, Place holder) {
    return names(trace, "imagePullSecrets", holder.at("imagePullSecrets"));
  }

  /// The names of a list of references.
  static List<String> names(Trace trace, String component, Place references) {
    return trace.list(component, references.objects()).stream()
        .map(reference -> reference.at("name").text().orElse(""))
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static boolean topologySpread(Trace trace, Place spec) {
    boolean spread =
        !trace.list("topologySpread", spec.at("topologySpreadConstraints").objects()).isEmpty();
    Place apart = spec.at("affinity", "podAntiAffinity");
    if (!spread && apart.isSet()) {
      return trace.present("topologySpread", apart) && !apart.each().isEmpty();
    }
    return spread;
  }

  private static String updateStrategy(Trace trace, PodTemplate workload) {
    Place spec = workload.object().at("spec");
    return switch (workload.kind()) {
      case DEPLOYMENT ->
          trace.text("updateStrategy", spec.at("strategy", "type").text(), "RollingUpdate");
      case STATEFUL_SET, DAEMON_SET ->
          trace.text("updateStrategy", spec.at("updateStrategy", "type").text(), "RollingUpdate");
      case POD, POD_TEMPLATE, REPLICATION_CONTROLLER, REPLICA_SET, JOB, CRON_JOB -> "";
    };
  }
}
