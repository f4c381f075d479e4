package org.safeguard.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.Redacted;
import org.safeguard.model.tree.ScalarNode;

/// Takes credentials out of evidence by the names of their members: keys of an encryption
/// configuration, passwords and client keys in a provider's description, tokens of kubeadm.
final class EvidenceSecrets {

  private static final Redacted CREDENTIAL = new Redacted("a credential");

  private static final Set<String> NAMES =
      Set.of(
          "password",
          "passwd",
          "adminpassword",
          "secret",
          "clientsecret",
          "secretkey",
          "token",
          "clientkey",
          "clientkeydata",
          "client-key-data",
          "privatekey",
          "accesskey",
          "apikey",
          "certificatekey",
          "connectionstring",
          "keydata");

  private EvidenceSecrets() {}

  static ObjectNode dropped(ObjectNode object) {
    ObjectNode.Builder clean = ObjectNode.builder(object.line());
    object.each((key, value) -> clean.put(key, dropped(key, value)));
    return clean.build();
  }

  private static Node dropped(String key, Node value) {
    return switch (value) {
      case ObjectNode object -> dropped(object);
      case ArrayNode array -> {
        List<Node> items = new ArrayList<>(array.items().size());
        array.items().forEach(item -> items.add(dropped(key, item)));
        yield new ArrayNode(items, array.line());
      }
      case ScalarNode scalar ->
          isCredential(key, scalar) ? new ScalarNode(CREDENTIAL, scalar.line()) : scalar;
    };
  }

  private static boolean isCredential(String key, ScalarNode scalar) {
    return NAMES.contains(key.toLowerCase(Locale.ROOT))
        && scalar.value() instanceof String text
        && !text.isEmpty();
  }
}
