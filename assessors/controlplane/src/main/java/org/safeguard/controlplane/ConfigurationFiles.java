package org.safeguard.controlplane;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.Types;

/// Finds the content of the files that flags name: in a config map that is mounted there, in one
/// that OpenShift lays there, or among the files supplied with the snapshot.
final class ConfigurationFiles {

  private static final Pattern OPEN_SHIFT = Pattern.compile(".*/configmaps/([^/]+)/([^/]+)");

  private final ClusterObjects objects;

  ConfigurationFiles(ClusterObjects objects) {
    this.objects = objects;
  }

  /// The types of configuration of the API server, newest group first.
  static List<ResourceType> apiServerTypes(String kind) {
    return List.of(
        new ResourceType("apiserver.config.k8s.io", kind),
        new ResourceType("apiserver.k8s.io", kind));
  }

  /// The file at `path`.
  ///
  /// @param flag that names it
  /// @param named where the flag stands
  Finding<Configuration> find(
      Instance instance, String flag, String path, List<ResourceType> types, List<Reading> named) {
    Optional<Embedded> mounted = mounted(instance, path).or(() -> laid(instance, path));
    if (mounted.isPresent()) {
      Embedded file = mounted.get();
      return file.gap()
          .map(gap -> Finding.<Configuration>unknown(gap, named))
          .orElseGet(
              () -> Finding.known(new Configuration(file.content(), file.place(), true), named));
    }
    return supplied(flag, path, types, named);
  }

  /// One among the files of these types: of the same name, or the only one.
  Finding<Configuration> supplied(
      String flag, String path, List<ResourceType> types, List<Reading> named) {
    List<Resource> all = types.stream().flatMap(type -> objects.of(type).stream()).toList();
    String base = baseName(path);
    List<Resource> same = all.stream().filter(file -> baseName(file.name()).equals(base)).toList();
    List<Resource> fit = same.isEmpty() ? all : same;
    if (fit.size() == 1) {
      return Finding.known(Configuration.of(objects.place(fit.getFirst())), named);
    }
    String kind = types.getFirst().kind();
    String found = all.isEmpty() ? "" : ", and " + all.size() + " files could be it";
    return Finding.unknown(
        new Cause(
            Cause.Code.UNRESOLVED,
            "--"
                + flag
                + " names "
                + path
                + ", whose content is not in this snapshot"
                + found
                + "; supply that file ("
                + kind
                + ") from a control plane node"),
        named);
  }

  /// The key of a config map that a volume of the pod mounts at this path.
  private Optional<Embedded> mounted(Instance instance, String path) {
    for (Place mount : instance.container().at("volumeMounts").objects().orElse(List.of())) {
      String directory = mount.at("mountPath").text().orElse("");
      if (!directory.isEmpty() && path.startsWith(directory + "/")) {
        String rest = path.substring(directory.length() + 1);
        return volume(instance, mount.at("name").text().orElse(""))
            .flatMap(volume -> key(instance.namespace(), volume, rest));
      }
    }
    return Optional.empty();
  }

  private static Optional<Place> volume(Instance instance, String name) {
    return instance.spec().at("volumes").objects().orElse(List.of()).stream()
        .filter(volume -> volume.at("name").text().orElse("").equals(name))
        .findFirst();
  }

  private Optional<Embedded> key(String namespace, Place volume, String path) {
    String map = volume.at("configMap", "name").text().orElse("");
    String key =
        volume.at("configMap", "items").objects().orElse(List.of()).stream()
            .filter(item -> item.at("path").text().orElse("").equals(path))
            .map(item -> item.at("key").text().orElse(""))
            .findFirst()
            .orElse(path);
    return map.isEmpty() ? Optional.empty() : text(namespace, map, key);
  }

  /// A config map that OpenShift's operators lay on the node beside the static pod.
  private Optional<Embedded> laid(Instance instance, String path) {
    Matcher file = OPEN_SHIFT.matcher(path);
    if (!file.matches()) {
      return Optional.empty();
    }
    Optional<Embedded> revised =
        instance
            .revision()
            .flatMap(
                revision ->
                    text(instance.namespace(), file.group(1) + "-" + revision, file.group(2)));
    return revised.or(() -> text(instance.namespace(), file.group(1), file.group(2)));
  }

  private Optional<Embedded> text(String namespace, String map, String key) {
    return objects
        .find(Types.CONFIG_MAP, namespace, map)
        .map(found -> Embedded.of(objects.place(found).at("data", key)));
  }

  private static String baseName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
