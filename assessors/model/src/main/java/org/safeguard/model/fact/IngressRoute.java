package org.safeguard.model.fact;

/// One host and path of an ingress.
///
/// @param host empty for every host
/// @param path empty for every path
/// @param service the backend service, empty for a resource backend
/// @param tls whether a TLS entry covers the host
/// @param provenance where the values were read
public record IngressRoute(
    String host, String path, String service, boolean tls, Provenance provenance)
    implements Traced {
  @Override
  public String host() {
    return provenance.known("host", host);
  }

  @Override
  public String path() {
    return provenance.known("path", path);
  }

  @Override
  public String service() {
    return provenance.known("service", service);
  }

  @Override
  public boolean tls() {
    return provenance.known("tls", tls);
  }
}
