package org.safeguard.model.fact;

import java.util.List;
import java.util.Map;

/// An ingress (networking.k8s.io).
///
/// @param namespace its namespace
/// @param name its name
/// @param annotations annotations
/// @param ephi of the workloads behind it, as in [Workload]
/// @param className by field or annotation, else empty
/// @param routes hosts and paths
/// @param tlsHosts hosts with TLS entries
/// @param tlsSecrets secrets of TLS entries
/// @param defaultBackend service of the default backend, else empty
/// @param provenance where the values were read
public record Ingress(
    String namespace,
    String name,
    Map<String, String> annotations,
    String ephi,
    String className,
    List<IngressRoute> routes,
    List<String> tlsHosts,
    List<String> tlsSecrets,
    String defaultBackend,
    Provenance provenance)
    implements Fact {

  public Ingress {
    annotations = Map.copyOf(annotations);
    routes = List.copyOf(routes);
    tlsHosts = List.copyOf(tlsHosts);
    tlsSecrets = List.copyOf(tlsSecrets);
  }

  @Override
  public Map<String, String> annotations() {
    return provenance.known("annotations", annotations);
  }

  @Override
  public String ephi() {
    return provenance.known("ephi", ephi);
  }

  @Override
  public String className() {
    return provenance.known("className", className);
  }

  @Override
  public List<IngressRoute> routes() {
    return provenance.known("routes", routes);
  }

  @Override
  public List<String> tlsHosts() {
    return provenance.known("tlsHosts", tlsHosts);
  }

  @Override
  public List<String> tlsSecrets() {
    return provenance.known("tlsSecrets", tlsSecrets);
  }

  @Override
  public String defaultBackend() {
    return provenance.known("defaultBackend", defaultBackend);
  }
}
