package org.safeguard.controlplane;

import java.util.ArrayList;
import java.util.List;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.JsonPointer;
import org.safeguard.model.tree.ObjectNode;

/// Which providers an encryption configuration has for secrets: those of the first entry that
/// covers them, of which the first writes and the others only read
/// ([encrypting data at rest](https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/)).
final class Encryption {

  private static final List<String> COVERING = List.of("secrets", "*.", "*.*");

  private Encryption() {}

  static Finding<List<String>> ofSecrets(Configuration file) {
    ArrayNode entries = file.content().array("resources");
    for (int i = 0; i < entries.items().size(); i++) {
      if (entries.items().get(i) instanceof ObjectNode entry && coversSecrets(entry)) {
        JsonPointer at = new JsonPointer("/resources").child(i).child("providers");
        List<String> providers = providers(entry.array("providers"));
        return Finding.known(providers, List.of(reading(file, at, providers)));
      }
    }
    return Finding.known(
        List.of("identity"),
        List.of(file.at(new JsonPointer("/resources"), "no entry for secrets")));
  }

  private static Reading reading(Configuration file, JsonPointer at, List<String> providers) {
    return file.at(at, "providers for secrets: " + String.join(", ", providers));
  }

  private static boolean coversSecrets(ObjectNode entry) {
    return entry.array("resources").texts().stream().anyMatch(COVERING::contains);
  }

  private static List<String> providers(ArrayNode list) {
    List<String> providers = new ArrayList<>();
    for (ObjectNode provider : list.objects()) {
      for (String name : provider.keys()) {
        String version = provider.object(name).text("apiVersion").orElse("v1");
        providers.add(name.equals("kms") ? "kms-" + version : name);
      }
    }
    return providers;
  }
}
