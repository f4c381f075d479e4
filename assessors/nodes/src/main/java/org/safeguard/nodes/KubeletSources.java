package org.safeguard.nodes;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safeguard.document.Documents;
import org.safeguard.document.MalformedDocumentException;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Types;
import org.safeguard.objects.Value;

/// Finds what kubelets run with, the best source for each node: what the kubelet itself answered,
/// the machine configuration of OpenShift, the arguments that k3s and RKE2 note on the node, and
/// for the nodes left over the shared config map of kubeadm.
final class KubeletSources {

  private static final String CURRENT = "machineconfiguration.openshift.io/currentConfig";
  private static final Pattern CONFIG_MAP = Pattern.compile("kubelet-config(-1\\.[0-9]+)?");
  private static final Pattern HOSTNAME = Pattern.compile("--hostname-override[= ]([^\\s\\\\]+)");
  private static final String FILE = "/etc/kubernetes/kubelet.conf";

  private final ClusterObjects objects;
  private final Set<String> covered = new LinkedHashSet<>();
  private final List<KubeletSource> found = new ArrayList<>();

  KubeletSources(ClusterObjects objects) {
    this.objects = objects;
    objects.placesOf(Kinds.KUBELET_CONFIGURATION).forEach(this::addConfiguration);
    addMachineConfigs();
    objects.placesOf(Kinds.NODE).forEach(this::addArguments);
    addConfigMap();
  }

  /// The sources in an order that does not depend on files.
  List<KubeletSource> found() {
    return found.stream()
        .sorted(Comparator.comparing(KubeletSource::origin).thenComparing(KubeletSource::name))
        .toList();
  }

  /// The nodes that no source speaks of.
  List<Place> uncovered() {
    return objects.placesOf(Kinds.NODE).stream()
        .filter(node -> !covered.contains(node.resource().name()))
        .toList();
  }

  private void addConfiguration(Place object) {
    String name = object.resource().name();
    boolean answered = object.resource().file().endsWith("configz.json");
    List<String> nodes = answered || isNode(name) ? List.of(name) : List.of();
    covered.addAll(nodes);
    found.add(
        new KubeletSource(
            answered ? "configz" : "configuration",
            name,
            nodes,
            object,
            Optional.empty(),
            KubeletSource.flagUnseen(object)));
  }

  private boolean isNode(String name) {
    return objects.find(Kinds.NODE, "", name).isPresent();
  }

  private void addMachineConfigs() {
    Map<String, List<String>> nodes = new TreeMap<>();
    for (Place node : objects.placesOf(Kinds.NODE)) {
      Value<String> current = node.at("metadata", "annotations", CURRENT).text();
      if (current.isKnown() && !covered.contains(node.resource().name())) {
        nodes
            .computeIfAbsent(current.orElse(""), _ -> new ArrayList<>())
            .add(node.resource().name());
      }
    }
    nodes.forEach(
        (config, names) ->
            objects
                .find(Kinds.MACHINE_CONFIG, "", config)
                .map(objects::place)
                .ifPresent(place -> addMachineConfig(place, names)));
  }

  private void addMachineConfig(Place object, List<String> nodes) {
    Place config = object.at("spec", "config");
    for (Place file : config.at("storage", "files").objects().orElse(List.of())) {
      if (file.at("path").text().orElse("").equals(FILE)) {
        Place source = file.at("contents", "source");
        decoded(source.text().orElse(""))
            .flatMap(text -> parsed(text, source))
            .ifPresent(
                settings -> {
                  covered.addAll(nodes);
                  found.add(
                      new KubeletSource(
                          "machine-config",
                          object.resource().name(),
                          nodes,
                          settings,
                          Optional.of(source),
                          hostname(config)));
                });
      }
    }
  }

  /// The flag in the unit that starts the kubelet.
  private static Value<String> hostname(Place config) {
    for (Place unit : config.at("systemd", "units").objects().orElse(List.of())) {
      Place contents = unit.at("contents");
      if (unit.at("name").text().orElse("").equals("kubelet.service")
          && contents.text() instanceof Value.Known<String>(Place place, String text)) {
        Matcher flag = HOSTNAME.matcher(text);
        return flag.find() ? new Value.Known<>(place, flag.group(1)) : new Value.Known<>(place, "");
      }
    }
    return KubeletSource.flagUnseen(config);
  }

  /// The content of a data URL ([RFC 2397](https://www.rfc-editor.org/rfc/rfc2397)).
  static Optional<String> decoded(String url) {
    int comma = url.indexOf(',');
    if (!url.startsWith("data:") || comma < 0) {
      return Optional.empty();
    }
    String content = url.substring(comma + 1);
    try {
      return Optional.of(
          url.substring(0, comma).endsWith(";base64")
              ? new String(Base64.getMimeDecoder().decode(content), StandardCharsets.UTF_8)
              : URLDecoder.decode(content.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // not a data URL after all
    }
  }

  private void addArguments(Place node) {
    String name = node.resource().name();
    if (covered.contains(name)) {
      return;
    }
    NodeArguments.of(node)
        .flatMap(
            arguments ->
                parsed(arguments.settings(), arguments.place())
                    .map(
                        settings ->
                            new KubeletSource(
                                "node-arguments",
                                name,
                                List.of(name),
                                settings,
                                Optional.of(arguments.place()),
                                arguments.hostnameOverride())))
        .ifPresent(
            source -> {
              covered.add(name);
              found.add(source);
            });
  }

  /// The newest of the shared config maps, for the nodes that nothing better speaks of.
  private void addConfigMap() {
    Map<Release, Place> maps = new HashMap<>();
    for (Place map : objects.placesOf(Types.CONFIG_MAP)) {
      Resource resource = map.resource();
      Matcher name = CONFIG_MAP.matcher(resource.name());
      if (resource.namespace().equals("kube-system") && name.matches()) {
        String suffix = name.group(1);
        maps.put(
            suffix == null
                ? new Release(Integer.MAX_VALUE, 0, 0)
                : Release.of(suffix.substring(1)).orElse(new Release(0, 0, 0)),
            map);
      }
    }
    List<String> rest = uncovered().stream().map(node -> node.resource().name()).toList();
    boolean needed = found.isEmpty() || !rest.isEmpty();
    maps.entrySet().stream()
        .max(Map.Entry.comparingByKey())
        .filter(_ -> needed)
        .map(Map.Entry::getValue)
        .ifPresent(map -> addConfigMap(map, rest));
  }

  private void addConfigMap(Place map, List<String> nodes) {
    Place text = map.at("data", "kubelet");
    text.text()
        .map(content -> parsed(content, text))
        .orElse(Optional.empty())
        .ifPresent(
            settings -> {
              covered.addAll(nodes);
              found.add(
                  new KubeletSource(
                      "config-map",
                      map.resource().name(),
                      nodes,
                      settings,
                      Optional.of(text),
                      KubeletSource.flagUnseen(text)));
            });
  }

  /// The configuration as an object that bears the name of what holds it.
  private Optional<Place> parsed(String text, Place holder) {
    try {
      List<Node> documents = Documents.yaml(text);
      return documents.size() == 1 && documents.getFirst() instanceof ObjectNode root
          ? Optional.of(objects.place(like(holder.resource(), root)))
          : Optional.empty();
    } catch (MalformedDocumentException e) {
      return Optional.empty();
    }
  }

  private static Resource like(Resource holder, ObjectNode body) {
    return new Resource(
        holder.apiVersion(),
        holder.kind(),
        holder.namespace(),
        holder.name(),
        holder.uid(),
        holder.resourceVersion(),
        holder.file(),
        body);
  }
}
