package org.safeguard.model.fact;

/// A way by which a workload can be reached from outside its namespace network.
///
/// @param kind `NodePort`, `LoadBalancer`, `ExternalIP` or `Ingress`
/// @param name the service or ingress
/// @param provenance where the values were read
public record Exposure(String kind, String name, Provenance provenance) implements Traced {}
