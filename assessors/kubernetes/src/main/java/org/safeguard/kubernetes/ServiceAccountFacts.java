package org.safeguard.kubernetes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguard.access.Access;
import org.safeguard.access.BindingView;
import org.safeguard.access.Grants;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.ServiceAccount;
import org.safeguard.model.fact.Workload;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Types;
import org.safeguard.objects.Value;

/// The facts about service accounts.
final class ServiceAccountFacts {

  private static final List<String> CLOUD_ROLES =
      List.of(
          "eks.amazonaws.com/role-arn",
          "iam.gke.io/gcp-service-account",
          "azure.workload.identity/client-id");

  private final ClusterObjects objects;
  private final Access access;
  private final Map<String, List<String>> workloads = new HashMap<>();
  private Optional<Cause> unknownAccount = Optional.empty();

  ServiceAccountFacts(ClusterObjects objects, Access access, List<Workload> workloads) {
    this.objects = objects;
    this.access = access;
    for (Workload workload : workloads) {
      Cause cause = workload.provenance().unknown().get("serviceAccount");
      if (cause != null) {
        unknownAccount = Optional.of(cause);
      } else {
        this.workloads
            .computeIfAbsent(
                workload.namespace() + '/' + workload.serviceAccount(), _ -> new ArrayList<>())
            .add(workload.kind() + "/" + workload.name());
      }
    }
  }

  List<ServiceAccount> facts() {
    return objects.placesOf(Types.SERVICE_ACCOUNT).stream().map(this::fact).toList();
  }

  private ServiceAccount fact(Place object) {
    Trace trace = new Trace(object);
    String namespace = ClusterObjects.namespace(object.resource());
    String name = object.resource().name();
    Grants grants = access.of(namespace, name);
    List<BindingView> naming = access.naming(namespace, name);
    if (naming.isEmpty()) {
      trace.unknown("bindings", access.bindingGap());
    }
    trace.read("bindings", naming.stream().map(BindingView::reading).toList());
    Place self = object.at("metadata", "name");
    List<String> users = workloads.getOrDefault(namespace + '/' + name, List.of());
    trace.read("workloads", self.reading());
    if (users.isEmpty()) {
      trace.unknown("workloads", objects.workloadGap().or(() -> unknownAccount));
    }
    return new ServiceAccount(
        namespace,
        name,
        trace.map("annotations", object.at("metadata", "annotations").textMap()),
        trace.flag("automountToken", object.at("automountServiceAccountToken").flag(), true),
        WorkloadFacts.names(trace, "secrets", object.at("secrets")),
        WorkloadFacts.names(trace, "imagePullSecrets", object.at("imagePullSecrets")),
        users,
        naming.stream().map(b -> b.resource().kind() + "/" + b.resource().name()).toList(),
        grants.rules(trace, "rules", self.reading()),
        grants.clusterAdmin(trace, self.reading()),
        cloudRole(trace, object.at("metadata", "annotations")),
        trace.done());
  }

  private static String cloudRole(Trace trace, Place annotations) {
    Value<String> role = annotations.at(CLOUD_ROLES.getFirst()).text();
    for (String key : CLOUD_ROLES) {
      role = role.or(annotations.at(key).text());
    }
    return trace.text("cloudRole", role, "");
  }
}
