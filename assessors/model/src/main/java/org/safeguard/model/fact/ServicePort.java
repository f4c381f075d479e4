package org.safeguard.model.fact;

/// A port of a service.
///
/// @param name empty when unnamed
/// @param port the service port
/// @param targetPort number or name
/// @param nodePort 0 when not set
/// @param protocol `TCP`, `UDP` or `SCTP`
/// @param appProtocol empty when not set
/// @param provenance where the values were read
public record ServicePort(
    String name,
    long port,
    String targetPort,
    long nodePort,
    String protocol,
    String appProtocol,
    Provenance provenance)
    implements Traced {
  @Override
  public String name() {
    return provenance.known("name", name);
  }

  @Override
  public long port() {
    return provenance.known("port", port);
  }

  @Override
  public String targetPort() {
    return provenance.known("targetPort", targetPort);
  }

  @Override
  public long nodePort() {
    return provenance.known("nodePort", nodePort);
  }

  @Override
  public String protocol() {
    return provenance.known("protocol", protocol);
  }

  @Override
  public String appProtocol() {
    return provenance.known("appProtocol", appProtocol);
  }
}
