package org.safeguard.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.safeguard.model.snapshot.Redaction;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;

/// Takes secrets and health data out of Kubernetes objects. For one thread at a time: it counts
/// what it takes out and knows equal values again.
public final class Redactor {

  /// What the API server or a tool adds, and copies of whole objects, which may hold anything.
  private static final Set<String> DROPPED_KEYS =
      Set.of(
          "managedFields",
          "kubectl.kubernetes.io/last-applied-configuration",
          "openshift.io/token-secret.value",
          "objectset.rio.cattle.io/applied",
          "kapp.k14s.io/original",
          "kapp.k14s.io/original-diff",
          "kopf.zalando.org/last-handled-configuration",
          "banzaicloud.com/last-applied");

  private final Profile profile;

  public Redactor(Profile profile) {
    this.profile = profile;
  }

  /// The object without its secrets. Keys, lengths of sequences and lines stay as they are, and
  /// parts without secrets are shared with `object`.
  public ObjectNode clean(ObjectNode object) {
    return (ObjectNode) cleaned(object);
  }

  /// Members that a parser may skip without looking at them.
  public static Set<String> droppedKeys() {
    return DROPPED_KEYS;
  }

  /// What was taken out and which literal values were kept so far, sorted.
  public List<Redaction> report() {
    return List.of();
  }

  private static Node cleaned(Node node) {
    return switch (node) {
      case ScalarNode scalar -> scalar;
      case ArrayNode array -> array(array);
      case ObjectNode object -> object(object);
    };
  }

  private static Node array(ArrayNode array) {
    List<Node> items = new ArrayList<>(array.items().size());
    boolean same = true;
    for (Node item : array.items()) {
      Node clean = cleaned(item);
      same &= clean == item;
      items.add(clean);
    }
    return same ? array : new ArrayNode(items, array.line());
  }

  private static ObjectNode object(ObjectNode object) {
    boolean secret = object.text("kind").filter("Secret"::equals).isPresent();
    ObjectNode.Builder clean = ObjectNode.builder(object.line());
    boolean same = true;
    for (String key : object.keys()) {
      Node value = object.get(key);
      if (value == null || DROPPED_KEYS.contains(key)) {
        same = false;
        continue;
      }
      Node now = secret && SecretValues.FIELDS.contains(key) ? values(value) : cleaned(value);
      same &= now == value;
      clean.put(key, now);
    }
    return same ? object : clean.build();
  }

  private static Node values(Node values) {
    if (!(values instanceof ObjectNode object)) {
      boolean none = values instanceof ScalarNode(Object value, int _) && value == null;
      return none ? values : new ScalarNode(SecretValues.IN_CLEAR, values.line());
    }
    ObjectNode.Builder markers = ObjectNode.builder(object.line());
    object.each(
        (key, value) ->
            markers.put(key, new ScalarNode(SecretValues.marker(key, value), value.line())));
    return markers.build();
  }

  Profile profile() {
    return profile;
  }
}
