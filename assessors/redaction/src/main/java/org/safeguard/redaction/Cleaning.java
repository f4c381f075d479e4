package org.safeguard.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
  private static final Set<String> WORDS = Set.of("command", "args", "Command", "Args");

  /// Stands for a member that is left out.
  private static final Node DROPPED = new ScalarNode(null, -1);

  private final Literals literals;
  private final Annotations annotations;
  private final Places places;

  Cleaning(Literals literals, Annotations annotations) {
    this.literals = literals;
    this.annotations = annotations;
    this.places = literals.places;
  }

  ObjectNode clean(ObjectNode object) {
    return object(object);
  }

  /// What becomes of a member, given its key and value.
  private interface Change {
    Node of(String key, Node value);
  }

  private ObjectNode object(ObjectNode object) {
    String kind = text(object.get("kind"));
    if (Types.isDefinition(literals.type()) && places.key(0).equals("spec")) {
      return object;
    }
    Change change =
        switch (kind) {
          case "Secret" -> this::memberOfSecret;
          case "ConfigMap" -> {
            boolean settings = Settings.isConfigMap(text(object.object("metadata").get("name")));
            boolean release =
                text(object.object("metadata").object("labels").get("OWNER")).equals("TILLER");
            yield (key, value) -> memberOfConfigMap(key, value, settings, release);
          }
          default -> isPair(object) ? pair(object) : plain(object);
        };
    return changed(object, change);
  }

  /// A mapping with each member as `change` has it; the same mapping where nothing changes.
  private ObjectNode changed(ObjectNode object, Change change) {
    Members members = new Members(object.size(), change);
    object.each(members::visit);
    return members.isSame() ? object : members.build(object);
  }

  private final class Members {
    private final Change change;
    private final @Nullable Node[] now;
    private int at;
    private boolean differs;

    Members(int size, Change change) {
      this.change = change;
      this.now = new Node[size];
    }

    void visit(String key, Node value) {
      places.enter(key);
      Node clean = isDropped(key) ? DROPPED : change.of(key, value);
      places.leave();
      differs |= clean != value;
      now[at++] = clean;
    }

    boolean isSame() {
      return !differs;
    }

    ObjectNode build(ObjectNode object) {
      ObjectNode.Builder builder = ObjectNode.builder(object.line());
      at = 0;
      object.each(
          (key, _) -> {
            Node value = now[at++];
            if (value != null && value != DROPPED) {
              builder.put(key, value);
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

  private Change plain(ObjectNode object) {
    if (WORDS.stream().anyMatch(object::has)) {
      return new Words(object)::member;
    }
    return this::member;
  }

  private Node member(String key, Node value) {
    return switch (value) {
      case ObjectNode map when isAnnotations(key) -> changed(map, this::annotation);
      case ObjectNode map when key.equals("labels") -> changed(map, this::label);
      case ObjectNode map -> object(map);
      case ArrayNode array -> array(key, array);
      case ScalarNode scalar -> scalar(key, scalar);
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

  private Node memberOfSecret(String key, Node value) {
    if (!SecretValues.FIELDS.contains(key)) {
      return member(key, value);
    }
    return switch (value) {
      case ObjectNode map -> changed(map, this::secretValue);
      case ScalarNode(Object content, int _) when content == null -> value;
      case ScalarNode scalar -> literals.replaced(scalar, SecretValues.IN_CLEAR);
      case ArrayNode array -> new ScalarNode(SecretValues.IN_CLEAR, array.line());
    };
  }

  private Node secretValue(String key, Node value) {
    ScalarNode scalar =
        value instanceof ScalarNode there ? there : new ScalarNode(null, value.line());
    return literals.replaced(scalar, SecretValues.marker(key, value));
  }

  private Node memberOfConfigMap(String key, Node value, boolean settings, boolean release) {
    boolean plain = ENTRIES.contains(key);
    if (!(value instanceof ObjectNode map) || !plain && !key.equals("binaryData")) {
      return member(key, value);
    }
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

  private static boolean isPair(ObjectNode object) {
    return isScalar(object.get("name")) && isScalar(object.get("value"))
        || isScalar(object.get("Name")) && isScalar(object.get("Value"));
  }

  private Change pair(ObjectNode object) {
    String name = text(object.get(object.has("name") ? "name" : "Name"));
    boolean environment = ENVIRONMENTS.contains(places.key(1));
    return (key, value) ->
        value instanceof ScalarNode scalar && (key.equals("value") || key.equals("Value"))
            ? literals.named(name, scalar, environment)
            : member(key, value);
  }

  // ---- Commands ----

  /// The words of a command and its arguments, which Kubernetes runs as one line.
  private final class Words {

    private final String lastOfCommand;

    Words(ObjectNode object) {
      List<Node> command =
          object.get("command") instanceof ArrayNode array ? array.items() : List.of();
      lastOfCommand = command.isEmpty() ? "" : text(command.getLast());
    }

    Node member(String key, Node value) {
      if (!WORDS.contains(key) || !(value instanceof ArrayNode array)) {
        return Cleaning.this.member(key, value);
      }
      String before = key.equals("args") ? lastOfCommand : "";
      List<Node> words = new ArrayList<>(array.items().size());
      boolean same = true;
      for (Node item : array.items()) {
        places.enterItem();
        Node clean =
            item instanceof ScalarNode scalar
                ? literals.argument(before, scalar)
                : Cleaning.this.member(key, item);
        places.leave();
        same &= clean == item;
        words.add(clean);
        before = text(item);
      }
      return same ? array : new ArrayNode(words, array.line());
    }
  }

  private static boolean isScalar(@Nullable Node node) {
    return node instanceof ScalarNode;
  }

  /// A name; one that was itself taken out says nothing about what it names.
  private static String text(@Nullable Node node) {
    return node instanceof ScalarNode scalar ? Markers.masked(scalar.text()) : "";
  }
}
