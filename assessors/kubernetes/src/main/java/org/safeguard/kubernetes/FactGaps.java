package org.safeguard.kubernetes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.Coverages;
import org.safeguard.objects.Types;

/// Which kinds of facts may lack some, so that a rule over them does not stay silent.
///
/// A list that was refused or cut off is a gap in any case. A list that nobody mentioned is a gap
/// only where there is no fact of the kind at all: a folder of manifests that holds one role is
/// taken to hold the roles there are.
final class FactGaps {

  private final Coverages coverages;
  private final Map<String, Cause> gaps = new HashMap<>();

  private FactGaps(Coverages coverages) {
    this.coverages = coverages;
  }

  /// The same facts with their gaps.
  static Facts noted(Coverages coverages, Facts facts) {
    FactGaps gaps = new FactGaps(coverages);
    gaps.workloads(facts);
    gaps.containers(facts);
    gaps.add("Namespace", facts.namespaces(), Types.NAMESPACE);
    gaps.add("ServiceAccount", facts.serviceAccounts(), Types.SERVICE_ACCOUNT);
    gaps.add("Role", facts.roles(), Types.CLUSTER_ROLE, Types.ROLE);
    gaps.add("Binding", facts.bindings(), Types.CLUSTER_ROLE_BINDING, Types.ROLE_BINDING);
    gaps.add("Service", facts.services(), Types.SERVICE);
    gaps.add("Ingress", facts.ingresses(), Types.INGRESS);
    gaps.add("NetworkPolicy", facts.networkPolicies(), Types.NETWORK_POLICY);
    gaps.add("Secret", facts.secrets(), Types.SECRET);
    gaps.add("ConfigMap", facts.configMaps(), Types.CONFIG_MAP);
    return facts.withGaps(gaps.gaps);
  }

  private void workloads(Facts facts) {
    if (coverages.of(Types.POD) == Coverage.CAPTURED) {
      return; // every controller's pods are here, be it captured or not
    }
    List<ResourceType> types = Types.CONTROLLERS;
    boolean controllers = types.stream().allMatch(type -> coverages.of(type) == Coverage.CAPTURED);
    Optional<Cause> gap =
        facts.workloads().isEmpty() && !controllers
            ? coverages.gap(Types.POD)
            : types.stream().flatMap(type -> cutOff(type).stream()).findFirst();
    gap.ifPresent(
        cause -> {
          gaps.put("Workload", cause);
          gaps.put("Container", cause);
        });
  }

  /// A workload whose list of containers is hidden has containers that no rule can look at.
  private void containers(Facts facts) {
    facts.workloads().stream()
        .flatMap(
            workload ->
                Optional.ofNullable(workload.provenance().unknown().get("containers")).stream()
                    .map(
                        cause ->
                            new Cause(
                                cause.code(),
                                workload.kind() + " " + workload.name() + ": " + cause.detail())))
        .findFirst()
        .ifPresent(cause -> gaps.putIfAbsent("Container", cause));
  }

  private void add(String kind, List<?> facts, ResourceType... types) {
    List.of(types).stream()
        .flatMap(type -> (facts.isEmpty() ? coverages.gap(type) : cutOff(type)).stream())
        .findFirst()
        .ifPresent(cause -> gaps.put(kind, cause));
  }

  private Optional<Cause> cutOff(ResourceType type) {
    return switch (coverages.of(type)) {
      case FORBIDDEN, PARTIAL, FAILED -> coverages.gap(type);
      case CAPTURED, ABSENT, UNKNOWN -> Optional.empty();
    };
  }
}
