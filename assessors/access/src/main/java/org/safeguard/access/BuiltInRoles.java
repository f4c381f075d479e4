package org.safeguard.access;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.safeguard.model.fact.PolicyRule;
import org.safeguard.model.fact.Provenance;
import org.safeguard.model.fact.Reading;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;

/// The rules of the cluster roles that Kubernetes makes in every cluster, for snapshots without
/// them. As of 1.34
///
// ([source](https://github.com/kubernetes/kubernetes/blob/v1.34.0/plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go)).
public final class BuiltInRoles {

  private static final List<String> READ = List.of("get", "list", "watch");
  private static final List<String> WRITE =
      List.of("create", "delete", "deletecollection", "patch", "update");
  private static final List<String> ALL = Stream.concat(READ.stream(), WRITE.stream()).toList();

  private record Grant(List<String> verbs, String group, List<String> resources) {}

  private static final List<Grant> VIEW =
      List.of(
          read(
              "",
              "pods pods/log pods/status replicationcontrollers replicationcontrollers/scale"
                  + " replicationcontrollers/status serviceaccounts services services/status"
                  + " endpoints persistentvolumeclaims persistentvolumeclaims/status configmaps"
                  + " limitranges resourcequotas resourcequotas/status bindings events namespaces"
                  + " namespaces/status"),
          read("discovery.k8s.io", "endpointslices"),
          read(
              "apps",
              "controllerrevisions statefulsets statefulsets/status statefulsets/scale daemonsets"
                  + " daemonsets/status deployments deployments/status deployments/scale"
                  + " replicasets replicasets/status replicasets/scale"),
          read("autoscaling", "horizontalpodautoscalers horizontalpodautoscalers/status"),
          read("batch", "jobs jobs/status cronjobs cronjobs/status"),
          read("policy", "poddisruptionbudgets poddisruptionbudgets/status"),
          read("networking.k8s.io", "networkpolicies ingresses ingresses/status"));

  private static final List<Grant> EDIT =
      List.of(
          read("", "pods/attach pods/proxy pods/exec pods/portforward secrets services/proxy"),
          grant(List.of("impersonate"), "", "serviceaccounts"),
          grant(
              WRITE,
              "",
              "pods pods/attach pods/proxy pods/exec pods/portforward replicationcontrollers"
                  + " replicationcontrollers/scale serviceaccounts services services/proxy"
                  + " persistentvolumeclaims configmaps secrets events"),
          grant(List.of("create"), "", "pods/eviction serviceaccounts/token"),
          grant(
              WRITE,
              "apps",
              "statefulsets statefulsets/scale daemonsets deployments deployments/scale"
                  + " deployments/rollback replicasets replicasets/scale"),
          grant(WRITE, "autoscaling", "horizontalpodautoscalers"),
          grant(WRITE, "batch", "jobs cronjobs"),
          grant(WRITE, "policy", "poddisruptionbudgets"),
          grant(WRITE, "networking.k8s.io", "networkpolicies ingresses"),
          grant(ALL, "coordination.k8s.io", "leases"));

  private static final List<Grant> ADMIN =
      List.of(
          grant(List.of("create"), "authorization.k8s.io", "localsubjectaccessreviews"),
          grant(ALL, "rbac.authorization.k8s.io", "roles rolebindings"));

  private BuiltInRoles() {}

  /// Whether it is one of the four roles for people that every cluster has.
  public static boolean isBuiltIn(String clusterRole) {
    return switch (clusterRole) {
      case "cluster-admin", "admin", "edit", "view" -> true;
      default -> false;
    };
  }

  /// The rules of a built-in cluster role; their place is the reference that names it.
  static Optional<List<PolicyRule>> rules(String clusterRole, Place reference) {
    Reading reading =
        reference.reading("built-in cluster role " + clusterRole + ", not in the snapshot");
    return switch (clusterRole) {
      case "cluster-admin" -> Optional.of(everything(reference, reading));
      case "admin" -> rules(reference, reading, Stream.of(VIEW, EDIT, ADMIN));
      case "edit" -> rules(reference, reading, Stream.of(VIEW, EDIT));
      case "view" -> rules(reference, reading, Stream.of(VIEW));
      default -> Optional.empty();
    };
  }

  private static List<PolicyRule> everything(Place reference, Reading reading) {
    List<String> any = List.of("*");
    return List.of(
        new PolicyRule(any, any, any, List.of(), List.of(), provenance(reference, reading)),
        new PolicyRule(any, List.of(), List.of(), List.of(), any, provenance(reference, reading)));
  }

  private static Optional<List<PolicyRule>> rules(
      Place reference, Reading reading, Stream<List<Grant>> grants) {
    return Optional.of(
        grants
            .flatMap(List::stream)
            .map(
                grant ->
                    new PolicyRule(
                        grant.verbs(),
                        List.of(grant.group()),
                        grant.resources(),
                        List.of(),
                        List.of(),
                        provenance(reference, reading)))
            .toList());
  }

  private static Provenance provenance(Place reference, Reading reading) {
    Trace trace = new Trace(reference);
    for (String component : List.of("verbs", "groups", "resources", "nonResourceURLs")) {
      trace.read(component, reading);
    }
    return trace.done();
  }

  private static Grant read(String group, String resources) {
    return grant(READ, group, resources);
  }

  private static Grant grant(List<String> verbs, String group, String resources) {
    return new Grant(verbs, group, List.of(resources.split(" ")));
  }
}
