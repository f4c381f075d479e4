package org.safeguard.network;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguard.network.PodClass.NamedPort;

/// The ports of a rule, some of which only the destination knows by number.
///
/// @param numbered what is said by numbers
/// @param named what is said by names of container ports
record PortChoice(Connections numbered, List<Named> named) {

  static final PortChoice EVERY = new PortChoice(Connections.ALL, List.of());

  /// A container port by its name.
  ///
  /// @param protocol empty for any
  record Named(String name, Optional<Protocol> protocol) {}

  PortChoice {
    named = List.copyOf(named);
  }

  /// The connections that are meant at a destination with these named ports.
  Connections at(Set<NamedPort> ports) {
    Connections found = numbered;
    for (Named wanted : named) {
      for (NamedPort port : ports) {
        if (port.name().equals(wanted.name())
            && wanted.protocol().map(protocol -> protocol == port.protocol()).orElse(true)) {
          found =
              found.union(Connections.of(port.protocol(), Ports.range(port.port(), port.port())));
        }
      }
    }
    return found;
  }
}
