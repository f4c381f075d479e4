package org.safeguard.kubernetes;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.tree.ArrayNode;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.model.tree.ScalarNode;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Types;

/// Which secrets and config maps some other object names, in whatever field: pod templates, TLS
/// entries, service accounts, custom resources, arguments of controllers. Better to take a chance
/// word for a name than to call something unused that is not.
final class Mentions {

  private static final Set<String> NOISE = Set.of("Event", "Lease", "EndpointSlice", "Endpoints");
  private static final int LONGEST_TEXT = 4_096;

  /// Labels by which programs find what they read.
  private static final Pattern FOUND_BY_LABEL =
      Pattern.compile(".*(dashboard|datasource|sidecar|secret-type|sealed|^owner$|owner).*");

  private final ClusterObjects objects;
  private final Set<String> names = new HashSet<>();
  private final BitSet lengths = new BitSet();
  private final Map<String, Set<String>> mentioned = new HashMap<>();

  Mentions(ClusterObjects objects) {
    this.objects = objects;
    for (ResourceType type : List.of(Types.SECRET, Types.CONFIG_MAP)) {
      objects.of(type).forEach(resource -> names.add(resource.name()));
    }
    names.forEach(name -> lengths.set(name.length()));
    if (!names.isEmpty()) {
      objects.types().stream()
          .filter(type -> !NOISE.contains(type.kind()))
          .forEach(type -> objects.of(type).forEach(this::look));
    }
  }

  /// Whether something names this secret or config map, or a program finds it by label or owns it.
  boolean of(Trace trace, Place object) {
    Resource resource = object.resource();
    String namespace = ClusterObjects.namespace(resource);
    boolean found =
        names(namespace).contains(resource.name())
            || names("").contains(resource.name())
            || object.at("metadata", "ownerReferences").isSet()
            || object.at("metadata", "labels").each().keySet().stream()
                .anyMatch(label -> FOUND_BY_LABEL.matcher(label).matches());
    trace.read("mentioned", object.at("metadata", "name").reading());
    if (!found) {
      trace.unknown("mentioned", gap());
    }
    return found;
  }

  private Optional<Cause> gap() {
    return objects
        .workloadGap()
        .or(() -> objects.coverages().gap(Types.SERVICE_ACCOUNT, Types.INGRESS));
  }

  private Set<String> names(String namespace) {
    return mentioned.getOrDefault(namespace, Set.of());
  }

  private void look(Resource resource) {
    boolean stored =
        resource.type().equals(Types.SECRET) || resource.type().equals(Types.CONFIG_MAP);
    Set<String> found = new HashSet<>();
    resource
        .body()
        .each(
            (key, value) -> {
              if (!key.equals("metadata")) {
                words(value, found);
              } else if (value instanceof ObjectNode metadata) {
                words(metadata.object("annotations"), found);
              }
            });
    if (stored) {
      found.remove(resource.name());
    }
    if (!found.isEmpty()) {
      mentioned.computeIfAbsent(resource.effectiveNamespace(), _ -> new HashSet<>()).addAll(found);
    }
  }

  private void words(Node node, Set<String> found) {
    switch (node) {
      case ObjectNode object -> object.each((_, value) -> words(value, found));
      case ArrayNode array -> array.items().forEach(item -> words(item, found));
      case ScalarNode(Object value, int _) -> {
        if (value instanceof String text && text.length() <= LONGEST_TEXT) {
          words(text, found);
        }
      }
    }
  }

  /// Takes the text apart by hand: every text of a cluster comes through here.
  private void words(String text, Set<String> found) {
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || !belongsToNames(text.charAt(i))) {
        if (lengths.get(i - start) && names.contains(text.substring(start, i))) {
          found.add(text.substring(start, i));
        }
        start = i + 1;
      }
    }
  }

  private static boolean belongsToNames(char c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.';
  }
}
