package org.safeguard.admission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A request that a policy is tried with. Nothing is ever sent anywhere.
///
/// @param kind of the object, `Pod` or `Service`
/// @param object the object as a mapping
record Probe(String kind, Map<String, Object> object) {

  static final String CONTAINERS = "containers";
  static final String INIT = "initContainers";
  static final String EPHEMERAL = "ephemeralContainers";

  private static final String DIGEST =
      "@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

  /// A pod that keeps the Pod Security level restricted and the usual good practice.
  ///
  /// @param namespace where it would be created
  /// @param labels of the pod, which a policy may ask for
  /// @param repository of its images
  /// @param digest whether its images are pinned
  /// @param lists the sorts of containers it has
  static Probe pod(
      String namespace,
      Map<String, String> labels,
      String repository,
      boolean digest,
      List<String> lists) {
    Map<String, Object> spec = new HashMap<>();
    spec.put("serviceAccountName", "portal");
    spec.put("automountServiceAccountToken", false);
    spec.put(
        "securityContext",
        Map.of(
            "runAsNonRoot", true,
            "runAsUser", 10001L,
            "runAsGroup", 10001L,
            "fsGroup", 10001L,
            "seccompProfile", Map.of("type", "RuntimeDefault")));
    spec.put("volumes", List.of(Map.of("name", "tmp", "emptyDir", Map.of("sizeLimit", "64Mi"))));
    spec.put("restartPolicy", "Always");
    for (String list : lists) {
      String image = repository + ":1.2.3" + (digest ? DIGEST : "");
      spec.put(list, List.of(container(list, image)));
    }
    return new Probe("Pod", object("v1", "Pod", namespace, labels, spec));
  }

  /// A service inside the cluster.
  static Probe service(String namespace, Map<String, String> labels) {
    Map<String, Object> spec =
        Map.of(
            "type", "ClusterIP",
            "selector", Map.of("app", "portal"),
            "ports", List.of(Map.of("name", "https", "port", 443L, "protocol", "TCP")));
    return new Probe("Service", object("v1", "Service", namespace, labels, spec));
  }

  private static Map<String, Object> object(
      String version,
      String kind,
      String namespace,
      Map<String, String> labels,
      Map<String, Object> spec) {
    Map<String, Object> metadata = new HashMap<>();
    metadata.put("name", "portal");
    metadata.put("namespace", namespace);
    metadata.put("labels", new HashMap<String, Object>(labels));
    metadata.put("annotations", new HashMap<String, Object>(labels));
    Map<String, Object> object = new HashMap<>();
    object.put("apiVersion", version);
    object.put("kind", kind);
    object.put("metadata", metadata);
    object.put("spec", spec);
    return object;
  }

  private static Map<String, Object> container(String list, String image) {
    Map<String, Object> container = new HashMap<>();
    container.put("name", list.toLowerCase(java.util.Locale.ROOT));
    container.put("image", image);
    container.put("imagePullPolicy", "Always");
    container.put("volumeMounts", List.of(Map.of("name", "tmp", "mountPath", "/tmp")));
    container.put(
        "securityContext",
        Map.of(
            "privileged", false,
            "allowPrivilegeEscalation", false,
            "readOnlyRootFilesystem", true,
            "runAsNonRoot", true,
            "runAsUser", 10001L,
            "capabilities", Map.of("drop", List.of("ALL")),
            "seccompProfile", Map.of("type", "RuntimeDefault")));
    if (!list.equals(EPHEMERAL)) {
      Map<String, Object> amounts = Map.of("cpu", "100m", "memory", "64Mi");
      container.put("resources", Map.of("requests", amounts, "limits", amounts));
    }
    if (list.equals(CONTAINERS)) {
      Map<String, Object> probe = Map.of("httpGet", Map.of("path", "/", "port", 8443L));
      container.put("ports", List.of(Map.of("containerPort", 8443L)));
      container.put("livenessProbe", probe);
      container.put("readinessProbe", probe);
    }
    return container;
  }

  Map<String, Object> spec() {
    return Overlays.map(object.get("spec"));
  }

  boolean has(String list) {
    return spec().get(list) instanceof List<?>;
  }

  /// The same object, broken in one way.
  ///
  /// @param list the sort of containers to break, where containers are broken
  /// @param repository of the images, for violations that name it
  Probe broken(Control.Violation violation, String list, String repository) {
    Map<String, Object> spec = Overlays.merged(spec(), violation.pod());
    spec = Overlays.merged(spec, violation.service());
    if (violation.ofContainers() && spec.get(list) instanceof List<?> containers) {
      List<Object> changed = new ArrayList<>();
      for (Object container : containers) {
        changed.add(
            Overlays.merged(Overlays.map(container), named(violation.container(), repository)));
      }
      spec.put(list, changed);
    }
    Map<String, Object> whole = new HashMap<>(object);
    whole.put("spec", spec);
    whole.put(
        "metadata", Overlays.merged(Overlays.map(object.get("metadata")), violation.metadata()));
    return new Probe(kind, whole);
  }

  /// The same pod with other images in one sort of containers.
  Probe withImage(String list, String image) {
    return broken(
        new Control.Violation(Map.of("image", image), Map.of(), Map.of(), Map.of()), list, image);
  }

  private static Map<String, Object> named(Map<String, Object> overlay, String repository) {
    Map<String, Object> result = new HashMap<>(overlay);
    if (overlay.get("image") instanceof String image) {
      result.put("image", image.replace("REPOSITORY", repository));
    }
    return result;
  }
}
