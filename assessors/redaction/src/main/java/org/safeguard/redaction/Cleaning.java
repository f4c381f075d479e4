package org.safeguard.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;

/// Walks through one object and makes a copy of what changes.
final class Cleaning {

  static final String MANAGED_FIELDS = "managedFields";

  private static final Set<String> ENVIRONMENTS = Set.of("env", "Env");
  private static final Set<String> ENTRIES = Set.of("data", "Data");

  /// Stands for a member that is left out.
  private static final Node DROPPED = new ScalarNode(null, -1);

  private final Literals literals;
  private final Annotations annotations;
  private final Places places;
  private final boolean definition;

  Cleaning(Literals literals, Annotations annotations) {
    this.literals = literals;
    this.annotations = annotations;
    this.places = literals.places;
    this.definition = Types.isDefinition(literals.type());
  }

  ObjectNode clean(ObjectNode object) {
    return object(object);
  }

  /// What becomes of a member, given its key and value.
  private interface Change {
    Node of(String key, Node value);
  }

  private ObjectNode object(ObjectNode object) {
    if (definition && places.key(0).equals("spec")) {
      return object;
    }
    return changed(object, null);
  }

  /// A mapping with each member as `change` has it; the same mapping where nothing changes.
  ///
  /// @param change null for what becomes of the members of any mapping
  private ObjectNode changed(ObjectNode object, @Nullable Change change) {
    Members members = new Members(object, change);
    object.each(members);
    return members.result();
  }

  private final class Members implements BiConsumer<String, Node> {

    private final ObjectNode object;
    private final @Nullable Change change;
    private int at;

    /// What differs, by position; null while nothing does.
    private @Nullable Node @Nullable [] now;

    Members(ObjectNode object, @Nullable Change change) {
      this.object = object;
      this.change = change;
    }

    @Override
    public void accept(String key, Node value) {
      places.enter(key);
      Node clean =
          isDropped(key)
              ? DROPPED
              : change == null ? member(object, key, value) : change.of(key, value);
      places.leave();
      if (clean != value) {
        if (now == null) {
          now = new Node[object.size()];
        }
        now[at] = clean;
      }
      at++;
    }

    ObjectNode result() {
      Node[] differing = now;
      if (differing == null) {
        return object;
      }
      ObjectNode.Builder builder = ObjectNode.builder(object.line());
      at = 0;
      object.each(
          (key, value) -> {
            Node clean = differing[at++];
            if (clean != DROPPED) {
              builder.put(key, clean == null ? value : clean);
            }
          });
      return builder.build();
    }

    private boolean isDropped(String key) {
      if (key.equals(MANAGED_FIELDS)) {
        return true;
      }
      boolean copy = key.indexOf('/') > 0 && Annotations.isCopy(key);
      if (copy) {
        literals.count(Markers.COPY.reason());
      }
      return copy;
    }
  }

  /// A member whose meaning may depend on its neighbours.
  private Node member(ObjectNode object, String key, Node value) {
    return switch (key) {
      case "data", "Data", "stringData", "StringData", "binaryData" ->
          switch (text(object.get("kind"))) {
            case "Secret" -> valuesOfSecret(value);
            case "ConfigMap" -> memberOfConfigMap(object, key, value);
            default -> member(key, value);
          };
      case "value" -> pair(object.get("name"), key, value);
      case "Value" -> pair(object.get("Name"), key, value);
      case "command", "args", "Command", "Args" -> words(object, key, value);
      default -> member(key, value);
    };
  }

  private Node member(String key, Node value) {
    return switch (value) {
      case ScalarNode scalar -> scalar(key, scalar);
      case ObjectNode map when isAnnotations(key) -> changed(map, this::annotation);
      case ObjectNode map when key.equals("labels") -> changed(map, this::label);
      case ObjectNode map -> object(map);
      case ArrayNode array -> array(key, array);
    };
  }

  private static boolean isAnnotations(String key) {
    return key.equals("annotations") || key.equals("Annotations");
  }

  private ScalarNode scalar(String key, ScalarNode value) {
    if (isSecretByPlace(key)) {
      return literals.secret(
          key.equals("secret") ? SecretClass.KEY : SecretClass.PRIVATE_KEY, value);
    }
    return literals.text(key, value);
  }

  /// The keys of an EncryptionConfiguration, of a kubeconfig and of an OpenShift Route.
  private boolean isSecretByPlace(String key) {
    return switch (key) {
      case "secret" -> places.key(2).equals("keys") && literals.type().kind().startsWith("Encryp");
      case "client-key-data" -> true;
      case "key" -> places.key(1).equals("tls") && literals.type().kind().equals("Route");
      default -> false;
    };
  }

  private Node annotation(String key, Node value) {
    return value instanceof ScalarNode scalar
        ? literals.annotation(key, scalar, annotations.keeps(key))
        : member("", value);
  }

  private Node label(String key, Node value) {
    return value instanceof ScalarNode scalar ? literals.label(scalar) : member(key, value);
  }

  private ArrayNode array(String key, ArrayNode array) {
    List<Node> now = null;
    List<Node> items = array.items();
    for (int i = 0; i < items.size(); i++) {
      places.enterItem();
      Node item = items.get(i);
      Node clean =
          switch (item) {
            case ObjectNode map -> object(map);
            case ArrayNode inner -> array(key, inner);
            case ScalarNode scalar -> literals.text(key, scalar);
          };
      places.leave();
      if (clean != item) {
        now = now == null ? new ArrayList<>(items) : now;
        now.set(i, clean);
      }
    }
    return now == null ? array : new ArrayNode(now, array.line());
  }

  // ---- Secrets and config maps ----

  private Node valuesOfSecret(Node value) {
    return switch (value) {
      case ObjectNode map -> changed(map, this::secretValue);
      case ScalarNode(Object content, int _) when content == null -> value;
      case ScalarNode scalar -> literals.replaced(scalar, SecretValues.marker("", scalar));
      case ArrayNode array -> new ScalarNode(SecretValues.IN_CLEAR, array.line());
    };
  }

  private Node secretValue(String key, Node value) {
    ScalarNode scalar =
        value instanceof ScalarNode there ? there : new ScalarNode(null, value.line());
    return literals.replaced(scalar, SecretValues.marker(key, value));
  }

  private Node memberOfConfigMap(ObjectNode object, String key, Node value) {
    boolean plain = ENTRIES.contains(key);
    if (!(value instanceof ObjectNode map) || !plain && !key.equals("binaryData")) {
      return member(key, value);
    }
    ObjectNode metadata = object.object("metadata");
    boolean settings = Settings.isConfigMap(text(metadata.get("name")));
    boolean release = text(metadata.object("labels").get("OWNER")).equals("TILLER");
    return changed(
        map,
        (name, entry) -> {
          if (!(entry instanceof ScalarNode scalar)) {
            return member(name, entry);
          }
          if (release && name.equals("release")) {
            return literals.replaced(scalar, Markers.COPY);
          }
          return plain
              ? literals.entry(name, scalar, settings)
              : literals.encodedEntry(name, scalar);
        });
  }

  // ---- Names with values ----

  private Node pair(@Nullable Node name, String key, Node value) {
    boolean environment = ENVIRONMENTS.contains(places.key(2));
    return name instanceof ScalarNode && value instanceof ScalarNode scalar
        ? literals.named(text(name), scalar, environment)
        : member(key, value);
  }

  // ---- Commands ----

  /// The words of a command or its arguments, which Kubernetes runs as one line.
  private Node words(ObjectNode object, String key, Node value) {
    if (!(value instanceof ArrayNode array)) {
      return member(key, value);
    }
    List<Node> command =
        key.equals("args") && object.get("command") instanceof ArrayNode line
            ? line.items()
            : List.of();
    String before = command.isEmpty() ? "" : text(command.getLast());
    List<Node> words = new ArrayList<>(array.items().size());
    boolean same = true;
    for (Node item : array.items()) {
      places.enterItem();
      Node clean =
          switch (item) {
            case ScalarNode scalar -> literals.argument(before, scalar);
            case ObjectNode map -> object(map);
            case ArrayNode inner -> array(key, inner);
          };
      places.leave();
      same &= clean == item;
      words.add(clean);
      before = text(item);
    }
    return same ? array : new ArrayNode(words, array.line());
  }

  /// A name; one that was itself taken out says nothing about what it names.
  private static String text(@Nullable Node node) {
    return node instanceof ScalarNode scalar ? Markers.masked(scalar.text()) : "";
  }
}
