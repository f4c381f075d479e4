package org.safeguard.network;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguard.objects.Selector;

/// The other end of a connection as a rule describes it.
sealed interface Peer {

  /// Anybody, inside and outside of the cluster.
  record Anyone() implements Peer {}

  /// Some pods.
  ///
  /// @param namespaces where they are
  /// @param pods which of those
  record Pods(Namespaces namespaces, Selector pods) implements Peer {}

  /// Addresses outside of the cluster. That a pod may have such an address is not considered, as
  /// Kubernetes leaves it open and nobody sets it so.
  record Outside(Addresses addresses) implements Peer {}

  /// Some namespaces.
  ///
  /// @param name the only one, or empty for those that `labels` select
  /// @param labels what their labels must be; without conditions every namespace is meant
  record Namespaces(Optional<String> name, Selector labels) {

    static Namespaces named(String name) {
      return new Namespaces(Optional.of(name), EVERYTHING);
    }

    static Namespaces selected(Selector labels) {
      return new Namespaces(Optional.empty(), labels);
    }
  }

  Selector EVERYTHING = new Selector(Map.of(), List.of());
}
