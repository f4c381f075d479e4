package org.safeguard.model.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All facts of one snapshot, each list in the order of the objects' identity, so that verdicts do
/// not depend on the order of files.
///
/// @param cluster the one fact about the whole
/// @param others facts of every other kind
/// @param gaps by kind of fact, such as `Ingress`: why objects of that kind may exist and not be
///     here; a kind without a gap is known whole
public record Facts(
    Cluster cluster,
    List<Workload> workloads,
    List<Namespace> namespaces,
    List<ServiceAccount> serviceAccounts,
    List<Role> roles,
    List<Binding> bindings,
    List<Service> services,
    List<Ingress> ingresses,
    List<NetworkPolicy> networkPolicies,
    List<Secret> secrets,
    List<ConfigMap> configMaps,
    List<Fact> others,
    Map<String, Cause> gaps) {

  public Facts {
    workloads = List.copyOf(workloads);
    namespaces = List.copyOf(namespaces);
    serviceAccounts = List.copyOf(serviceAccounts);
    roles = List.copyOf(roles);
    bindings = List.copyOf(bindings);
    services = List.copyOf(services);
    ingresses = List.copyOf(ingresses);
    networkPolicies = List.copyOf(networkPolicies);
    secrets = List.copyOf(secrets);
    configMaps = List.copyOf(configMaps);
    others = List.copyOf(others);
    gaps = Map.copyOf(gaps);
  }

  /// The same facts with other gaps.
  public Facts withGaps(Map<String, Cause> gaps) {
    return with(others, gaps);
  }

  /// These facts and more, with their gaps.
  public Facts and(List<Fact> more, Map<String, Cause> moreGaps) {
    List<Fact> allOthers = new ArrayList<>(others);
    allOthers.addAll(more);
    Map<String, Cause> allGaps = new HashMap<>(gaps);
    allGaps.putAll(moreGaps);
    return with(allOthers, allGaps);
  }

  /// The facts of one kind but containers.
  public <F extends Fact> List<F> of(Class<F> kind) {
    return all().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private Facts with(List<Fact> others, Map<String, Cause> gaps) {
    return new Facts(
        cluster,
        workloads,
        namespaces,
        serviceAccounts,
        roles,
        bindings,
        services,
        ingresses,
        networkPolicies,
        secrets,
        configMaps,
        others,
        gaps);
  }

  /// Every fact but containers, which hang on their workloads.
  public List<Fact> all() {
    List<Fact> all = new ArrayList<>();
    all.add(cluster);
    all.addAll(workloads);
    all.addAll(namespaces);
    all.addAll(serviceAccounts);
    all.addAll(roles);
    all.addAll(bindings);
    all.addAll(services);
    all.addAll(ingresses);
    all.addAll(networkPolicies);
    all.addAll(secrets);
    all.addAll(configMaps);
    all.addAll(others);
    return all;
  }
}
