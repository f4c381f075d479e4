package org.safeguard.network;

import java.util.Map;
import java.util.Set;

/// Pods that no policy can tell apart: those of one namespace with the same labels and named ports.
///
/// @param namespace their namespace
/// @param labels their labels
/// @param namedPorts the container ports that have a name
record PodClass(String namespace, Map<String, String> labels, Set<NamedPort> namedPorts) {

  /// A container port that policies may name.
  record NamedPort(String name, Protocol protocol, int port) {}

  PodClass {
    labels = Map.copyOf(labels);
    namedPorts = Set.copyOf(namedPorts);
  }
}
