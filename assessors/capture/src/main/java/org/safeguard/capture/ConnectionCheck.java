package org.safeguard.capture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a first look at a cluster found.
///
/// @param server the API server's address
/// @param kubernetesVersion such as `1.31.2`, null when it may not be read
/// @param whoAmI as the certificate or the token itself says, decoded here; empty when nobody can
///     tell without asking the server to create a review
/// @param namespaces their names, sorted; empty when they may not be listed
/// @param typesServed the number of types that can be listed
/// @param warnings of the context and of the discovery, one sentence each
public record ConnectionCheck(
    String server,
    @Nullable String kubernetesVersion,
    String whoAmI,
    List<String> namespaces,
    int typesServed,
    List<String> warnings) {

  public ConnectionCheck {
    namespaces = List.copyOf(namespaces);
    warnings = List.copyOf(warnings);
  }
}
