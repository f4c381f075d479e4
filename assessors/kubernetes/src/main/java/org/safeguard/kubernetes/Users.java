package org.safeguard.kubernetes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.safeguard.objects.Place;
import org.safeguard.objects.PodTemplate;

/// Which workloads use which secrets and config maps.
final class Users {

  private final Map<String, Set<String>> secrets = new HashMap<>();
  private final Map<String, Set<String>> configMaps = new HashMap<>();

  Users(List<PodTemplate> workloads) {
    workloads.forEach(this::add);
  }

  /// The workloads that use a secret, as `Kind/name`.
  List<String> ofSecret(String namespace, String name) {
    return List.copyOf(secrets.getOrDefault(namespace + '/' + name, Set.of()));
  }

  /// The workloads that use a config map, as `Kind/name`.
  List<String> ofConfigMap(String namespace, String name) {
    return List.copyOf(configMaps.getOrDefault(namespace + '/' + name, Set.of()));
  }

  private void add(PodTemplate workload) {
    Place spec = workload.spec();
    for (Place reference : list(spec.at("imagePullSecrets"))) {
      note(secrets, workload, reference.at("name"));
    }
    for (Place volume : list(spec.at("volumes"))) {
      note(secrets, workload, volume.at("secret", "secretName"));
      note(configMaps, workload, volume.at("configMap", "name"));
      note(secrets, workload, volume.at("csi", "nodePublishSecretRef", "name"));
      for (Place source : list(volume.at("projected", "sources"))) {
        note(secrets, workload, source.at("secret", "name"));
        note(configMaps, workload, source.at("configMap", "name"));
      }
    }
    for (String holder : ContainerFacts.HOLDERS) {
      list(spec.at(holder)).forEach(container -> environment(workload, container));
    }
  }

  private void environment(PodTemplate workload, Place container) {
    for (Place variable : list(container.at("env"))) {
      note(secrets, workload, variable.at("valueFrom", "secretKeyRef", "name"));
      note(configMaps, workload, variable.at("valueFrom", "configMapKeyRef", "name"));
    }
    for (Place source : list(container.at("envFrom"))) {
      note(secrets, workload, source.at("secretRef", "name"));
      note(configMaps, workload, source.at("configMapRef", "name"));
    }
  }

  private static void note(Map<String, Set<String>> users, PodTemplate workload, Place name) {
    name.text()
        .map(text -> workload.namespace() + '/' + text)
        .map(key -> users.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(workload.label()));
  }

  private static List<Place> list(Place place) {
    return place.objects().orElse(new ArrayList<>());
  }
}
