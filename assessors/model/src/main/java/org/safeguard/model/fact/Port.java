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
    implements Traced {}
