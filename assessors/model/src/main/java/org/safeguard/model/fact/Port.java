package org.safeguard.model.fact;

/// A port that a container declares.
///
/// @param name empty when unnamed
/// @param port the container port
/// @param hostPort 0 when not set
/// @param hostIP empty when not set
/// @param protocol `TCP`, `UDP` or `SCTP`
/// @param provenance where the values were read
public record Port(
    String name, long port, long hostPort, String hostIP, String protocol, Provenance provenance)
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
  public long hostPort() {
    return provenance.known("hostPort", hostPort);
  }

  @Override
  public String hostIP() {
    return provenance.known("hostIP", hostIP);
  }

  @Override
  public String protocol() {
    return provenance.known("protocol", protocol);
  }
}
