package org.safeguard.tools;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.PodTemplate;
import org.safeguard.objects.Selector;

/// The nodes, and which of them the pods of a daemon set may go to.
final class Machines {

  static final String TYPE = "Node";

  /// Operating systems that are images as a whole: nobody installs an agent on them as a package.
  private static final List<String> SEALED =
      List.of("bottlerocket", "talos", "container-optimized os", "flatcar", "kairos");

  private final List<Place> nodes;

  Machines(ClusterObjects objects) {
    nodes = objects.placesOf(ResourceType.of(TYPE));
  }

  List<Place> all() {
    return nodes;
  }

  /// Whether every node runs a system that takes no packages.
  boolean areSealed() {
    return !nodes.isEmpty() && nodes.stream().allMatch(Machines::isSealed);
  }

  private static boolean isSealed(Place node) {
    String image =
        node.at("status", "nodeInfo", "osImage").text().orElse("").toLowerCase(Locale.ROOT);
    return SEALED.stream().anyMatch(image::contains);
  }

  /// The nodes that one of these pods runs on and is ready.
  static Set<String> ofPods(List<Place> pods) {
    Set<String> names = new HashSet<>();
    for (Place pod : pods) {
      if (Pods.isReady(pod)) {
        names.add(pod.at("spec", "nodeName").text().orElse(""));
      }
    }
    return names;
  }

  /// Whether the scheduler lets a pod of this template onto a node: by node selector, required
  /// affinity and taints
  /// ([daemon sets](https://kubernetes.io/docs/concepts/workloads/controllers/daemonset/)).
  static boolean admits(Place node, PodTemplate template) {
    Map<String, String> labels = node.at("metadata", "labels").textMap().orElse(Map.of());
    Map<String, String> wanted = template.spec().at("nodeSelector").textMap().orElse(Map.of());
    return new Selector(wanted, List.of()).matches(labels)
        && affinityHolds(template.spec(), node, labels)
        && taintsTolerated(node, template.spec());
  }

  private static boolean affinityHolds(Place spec, Place node, Map<String, String> labels) {
    Place required =
        spec.at(
            "affinity",
            "nodeAffinity",
            "requiredDuringSchedulingIgnoredDuringExecution",
            "nodeSelectorTerms");
    List<Place> terms = required.objects().orElse(List.of());
    return terms.isEmpty() || terms.stream().anyMatch(term -> termHolds(term, node, labels));
  }

  private static boolean termHolds(Place term, Place node, Map<String, String> labels) {
    List<Place> expressions = term.at("matchExpressions").objects().orElse(List.of());
    List<Place> fields = term.at("matchFields").objects().orElse(List.of());
    Map<String, String> field = Map.of("metadata.name", node.resource().name());
    return !(expressions.isEmpty() && fields.isEmpty())
        && expressions.stream().allMatch(expression -> holds(expression, labels))
        && fields.stream().allMatch(expression -> holds(expression, field));
  }

  private static boolean holds(Place expression, Map<String, String> labels) {
    String value = labels.get(expression.at("key").text().orElse(""));
    List<String> values = expression.at("values").texts().orElse(List.of());
    return switch (expression.at("operator").text().orElse("")) {
      case "In" -> value != null && values.contains(value);
      case "NotIn" -> value == null || !values.contains(value);
      case "Exists" -> value != null;
      case "DoesNotExist" -> value == null;
      case "Gt" -> value != null && compare(value, values) > 0;
      case "Lt" -> value != null && compare(value, values) < 0;
      default -> false;
    };
  }

  private static int compare(String value, List<String> values) {
    try {
      return Long.compare(Long.parseLong(value), Long.parseLong(values.getFirst()));
    } catch (NumberFormatException | java.util.NoSuchElementException e) {
      return 0;
    }
  }

  private static boolean taintsTolerated(Place node, Place spec) {
    List<Place> tolerations = spec.at("tolerations").objects().orElse(List.of());
    return node.at("spec", "taints").objects().orElse(List.of()).stream()
        .filter(Machines::keepsDaemonSetsOut)
        .allMatch(taint -> tolerations.stream().anyMatch(t -> tolerates(t, taint)));
  }

  /// The controller of daemon sets adds tolerations for the taints of the node's own condition.
  private static boolean keepsDaemonSetsOut(Place taint) {
    return !taint.at("effect").text().orElse("").equals("PreferNoSchedule")
        && !taint.at("key").text().orElse("").startsWith("node.kubernetes.io/");
  }

  private static boolean tolerates(Place toleration, Place taint) {
    String key = toleration.at("key").text().orElse("");
    String effect = toleration.at("effect").text().orElse("");
    boolean exists = toleration.at("operator").text().orElse("Equal").equals("Exists");
    boolean sameKey = key.isEmpty() ? exists : key.equals(taint.at("key").text().orElse(""));
    boolean sameValue =
        exists
            || toleration.at("value").text().orElse("").equals(taint.at("value").text().orElse(""));
    return sameKey
        && sameValue
        && (effect.isEmpty() || effect.equals(taint.at("effect").text().orElse("")));
  }
}
