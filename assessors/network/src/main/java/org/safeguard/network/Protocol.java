package org.safeguard.network;

import java.util.Arrays;
import java.util.Optional;

/// The protocols that network policies know.
enum Protocol {
  TCP,
  UDP,
  SCTP;

  static Optional<Protocol> named(String name) {
    return Arrays.stream(values()).filter(p -> p.name().equalsIgnoreCase(name)).findFirst();
  }
}
