package org.safeguard.kubernetes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.ConfigMap;
import org.safeguard.model.fact.Secret;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.Redacted;
import org.safeguard.model.tree.ScalarNode;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Trace;
import org.safeguard.objects.Types;
import org.safeguard.objects.Value;
import org.safeguard.redaction.Credentials;
import org.safeguard.redaction.Markers;

/// The facts about secrets and config maps: names of keys, never values.
final class StoredFacts {

  private static final String ACCOUNT = "kubernetes.io/service-account.name";
  private static final Set<String> PULL_TYPES =
      Set.of("kubernetes.io/dockerconfigjson", "kubernetes.io/dockercfg");

  private final ClusterObjects objects;
  private final Users users;
  private final CertificateEnds ends;
  private final Mentions mentions;
  private final Map<String, SortedSet<String>> pullSecrets = new HashMap<>();

  StoredFacts(ClusterObjects objects, Users users, @Nullable Instant capturedAt) {
    this.objects = objects;
    this.users = users;
    this.ends = new CertificateEnds(objects, capturedAt);
    this.mentions = new Mentions(objects);
    for (Place secret : objects.placesOf(Types.SECRET)) {
      if (PULL_TYPES.contains(secret.at("type").text().orElse(""))) {
        pullSecrets
            .computeIfAbsent(secret.resource().name(), _ -> new TreeSet<>())
            .add(ClusterObjects.namespace(secret.resource()));
      }
    }
  }

  List<Secret> secrets() {
    return objects.placesOf(Types.SECRET).stream().map(this::secret).toList();
  }

  List<ConfigMap> configMaps() {
    return objects.placesOf(Types.CONFIG_MAP).stream().map(this::configMap).toList();
  }

  private Secret secret(Place object) {
    Trace trace = new Trace(object);
    String namespace = ClusterObjects.namespace(object.resource());
    String name = object.resource().name();
    Place created = object.at("metadata", "creationTimestamp");
    return new Secret(
        namespace,
        name,
        trace.text("type", object.at("type").text(), "Opaque"),
        keys(trace, object.at("data"), object.at("stringData")),
        trace.flag("immutable", object.at("immutable").flag(), false),
        trace.text("createdAt", created.text(), ""),
        trace.map("annotations", object.at("metadata", "annotations").textMap()),
        trace.text("serviceAccount", object.at("metadata", "annotations", ACCOUNT).text(), ""),
        workloads(trace, object, users.ofSecret(namespace, name)),
        valuesInSource(trace, object),
        ends.daysOld(trace, object),
        ends.daysToExpiry(trace, object),
        mentions.of(trace, object),
        namesakes(trace, object),
        trace.done());
  }

  /// The other namespaces with a pull secret of this name.
  private List<String> namesakes(Trace trace, Place object) {
    Value<String> type = object.at("type").text();
    String name = object.resource().name();
    boolean pulls = PULL_TYPES.contains(trace.text("namesakes", type, ""));
    List<String> others =
        pulls
            ? pullSecrets.getOrDefault(name, new TreeSet<>()).stream()
                .filter(namespace -> !namespace.equals(ClusterObjects.namespace(object.resource())))
                .toList()
            : List.of();
    if (pulls && others.isEmpty()) {
      trace.unknown("namesakes", objects.coverages().gap(Types.SECRET));
    }
    return others;
  }

  /// A value that was dropped was there in clear; one that another tool had masked was not.
  private static boolean valuesInSource(Trace trace, Place object) {
    for (String holder : List.of("data", "stringData")) {
      for (Place value : object.at(holder).each().values()) {
        if (inClear(value.node())) {
          trace.read("valuesInSource", value.reading("(value dropped)"));
          return true;
        }
      }
    }
    trace.read("valuesInSource", object.at("data").reading());
    return false;
  }

  private static boolean inClear(@Nullable Node value) {
    return value instanceof ScalarNode(Object content, int _)
        && (content instanceof Redacted(String reason) && reason.endsWith("in clear")
            || content instanceof String text && !text.isEmpty() && !Markers.hides(text));
  }

  private ConfigMap configMap(Place object) {
    Trace trace = new Trace(object);
    String namespace = ClusterObjects.namespace(object.resource());
    String name = object.resource().name();
    return new ConfigMap(
        namespace,
        name,
        keys(trace, object.at("data"), object.at("binaryData")),
        trace.flag("immutable", object.at("immutable").flag(), false),
        entries(trace, "credentialKeys", object, Credentials::inEntry),
        entries(trace, "privateKeyKeys", object, (_, value) -> Credentials.privateKey(value)),
        workloads(trace, object, users.ofConfigMap(namespace, name)),
        mentions.of(trace, object),
        trace.done());
  }

  /// The entries that `holds` finds. A value that cannot be read hides the answer only where no
  /// other gives it.
  private static List<String> entries(
      Trace trace, String component, Place object, BiPredicate<String, String> holds) {
    List<Place> found = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    Optional<Cause> gap = Optional.empty();
    for (String holder : List.of("data", "binaryData")) {
      if (object.at(holder).isMapping()
          instanceof Value.Unreadable<Boolean>(Place _, Cause cause)) {
        gap = Optional.of(cause);
      }
      for (Map.Entry<String, Place> entry : object.at(holder).each().entrySet()) {
        switch (entry.getValue().text()) {
          case Value.Known<String>(Place place, String text) -> {
            if (holds.test(entry.getKey(), text)) {
              keys.add(entry.getKey());
              found.add(place);
            }
          }
          case Value.Unreadable<String>(Place _, Cause cause) -> gap = Optional.of(cause);
          case Value.Absent<String> _ -> {}
        }
      }
    }
    if (found.isEmpty()) {
      trace.read(component, object.at("data").reading()).unknown(component, gap);
    } else {
      trace.read(component, found.stream().map(p -> p.reading("(value hidden)")).toList());
    }
    return keys;
  }

  private static List<String> keys(Trace trace, Place first, Place second) {
    List<String> keys = new ArrayList<>(first.each().keySet());
    second.each().keySet().stream().filter(key -> !keys.contains(key)).forEach(keys::add);
    trace.read("keys", first.isSet() || !second.isSet() ? first.reading() : second.reading());
    for (Place place : List.of(first, second)) {
      if (place.isMapping() instanceof Value.Unreadable<Boolean>(Place _, Cause cause)) {
        trace.unknown("keys", cause);
      }
    }
    return keys;
  }

  private List<String> workloads(Trace trace, Place object, List<String> workloads) {
    trace.read("workloads", object.at("metadata", "name").reading());
    if (workloads.size() < 2) { // two readers are a fact whatever else reads it
      trace.unknown("workloads", objects.workloadGap());
    }
    return workloads;
  }
}
