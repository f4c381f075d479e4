package org.safeguard.capture;

import java.util.List;

/// A context of a kubeconfig: which cluster, as whom, and what to beware of. Holds no credentials.
///
/// @param name of the context
/// @param cluster the cluster's name in the kubeconfig
/// @param server the API server's address, without user information
/// @param user the user's name in the kubeconfig
/// @param namespace the context's own, `default` where it names none
/// @param login how the user proves who it is
/// @param warnings what is unsafe or surprising about it, one sentence each
public record KubeContext(
    String name,
    String cluster,
    String server,
    String user,
    String namespace,
    Login login,
    List<String> warnings) {

  public KubeContext {
    warnings = List.copyOf(warnings);
  }
}
