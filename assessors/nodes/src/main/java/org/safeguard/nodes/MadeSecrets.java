package org.safeguard.nodes;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;

/// Secrets that an operator makes from another object. In manifests they are not there yet, and
/// nothing is wrong with that.
final class MadeSecrets {

  /// @param name where the object names the secret; its own name where it does not
  private record Maker(ResourceType type, List<String> name) {}

  private static final List<Maker> MAKERS =
      List.of(
          new Maker(
              new ResourceType("cert-manager.io", "Certificate"), List.of("spec", "secretName")),
          new Maker(
              new ResourceType("external-secrets.io", "ExternalSecret"),
              List.of("spec", "target", "name")),
          new Maker(new ResourceType("bitnami.com", "SealedSecret"), List.of("metadata", "name")),
          new Maker(
              new ResourceType("secrets.hashicorp.com", "VaultStaticSecret"),
              List.of("spec", "destination", "name")),
          new Maker(
              new ResourceType("secrets.hashicorp.com", "VaultDynamicSecret"),
              List.of("spec", "destination", "name")));

  private final Set<String> names = new HashSet<>();

  MadeSecrets(ClusterObjects objects) {
    for (Maker maker : MAKERS) {
      for (Place object : objects.placesOf(maker.type())) {
        String name =
            object.at(maker.name().toArray(String[]::new)).text().orElse(object.resource().name());
        names.add(ClusterObjects.namespace(object.resource()) + "/" + name);
      }
    }
  }

  boolean has(String namespace, String name) {
    return names.contains(namespace + "/" + name);
  }
}
