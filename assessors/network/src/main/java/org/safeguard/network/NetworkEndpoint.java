package org.safeguard.network;

import java.util.List;
import org.safeguard.model.fact.Workload;

/// A workload as an end of connections. Pods whose controller was not captured stand under its
/// name.
///
/// @param namespace its namespace
/// @param name its name
/// @param kind such as `Deployment`
/// @param workloads the facts that stand under this name
/// @param classes numbers of the classes that its pods belong to
public record NetworkEndpoint(
    String namespace, String name, String kind, List<Workload> workloads, List<Integer> classes) {

  public NetworkEndpoint {
    workloads = List.copyOf(workloads);
    classes = List.copyOf(classes);
  }

  /// Such as `clinic/portal[Deployment]`.
  @Override
  public String toString() {
    return namespace + "/" + name + "[" + kind + "]";
  }
}
