package org.safeguard.kubernetes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.PodTemplate;
import org.safeguard.objects.TemplateKind;

/// Which template holders stand for themselves, and how many pods each controls. What a captured
/// controller owns is not a workload of its own.
final class Owners {

  private static final int LONGEST_CHAIN = 8;

  /// What the [agent sandbox](https://github.com/kubernetes-sigs/agent-sandbox) project runs.
  private static final List<ResourceType> SANDBOXES =
      List.of(
          new ResourceType("agents.x-k8s.io", "Sandbox"),
          new ResourceType("extensions.agents.x-k8s.io", "SandboxTemplate"));

  private final Map<String, Resource> byUid = new HashMap<>();
  private final ClusterObjects objects;
  private final Map<Resource, Long> pods = new IdentityHashMap<>();
  private final List<PodTemplate> workloads = new ArrayList<>();

  Owners(ClusterObjects objects) {
    this.objects = objects;
    for (TemplateKind kind : TemplateKind.values()) {
      kind.types().forEach(type -> objects.of(type).forEach(this::index));
    }
    SANDBOXES.forEach(type -> objects.of(type).forEach(this::sandbox));
    for (ResourceType type : objects.types()) {
      TemplateKind.of(type).ifPresent(kind -> objects.of(type).forEach(o -> sort(kind, o)));
    }
  }

  /// The workloads in the order of their identity.
  List<PodTemplate> workloads() {
    return workloads;
  }

  /// The captured pods that this controls, directly or through another.
  long podsOf(Resource controller) {
    return pods.getOrDefault(controller, 0L);
  }

  /// A sandbox for agents holds a pod template as any controller does.
  private void sandbox(Resource resource) {
    index(resource);
    Place object = objects.place(resource);
    Place template = object.at("spec", "podTemplate");
    workloads.add(
        new PodTemplate(
            TemplateKind.POD_TEMPLATE,
            object,
            template,
            template.at("spec"),
            template.at("metadata", "labels").textMap()));
  }

  private void index(Resource resource) {
    if (resource.uid() != null) {
      byUid.put(resource.uid(), resource);
    }
  }

  private void sort(TemplateKind kind, Resource resource) {
    Resource root = root(resource);
    if (root == resource) {
      workloads.add(PodTemplate.of(kind, objects.place(resource)));
    } else if (kind == TemplateKind.POD) {
      pods.merge(root, 1L, Long::sum);
    }
  }

  /// The last captured controller up the chain; the object itself where there is none, or where
  /// owners own each other.
  private Resource root(Resource resource) {
    Resource at = resource;
    for (int i = 0; i < LONGEST_CHAIN; i++) {
      Resource owner = controller(at);
      if (owner == null) {
        return at;
      }
      at = owner;
    }
    return resource;
  }

  private @Nullable Resource controller(Resource resource) {
    for (ObjectNode owner : resource.body().object("metadata").array("ownerReferences").objects()) {
      if (owner.flag("controller").orElse(false)) {
        return owner(resource, owner);
      }
    }
    return null;
  }

  private @Nullable Resource owner(Resource owned, ObjectNode reference) {
    String uid = reference.text("uid").orElse("");
    Resource same = byUid.get(uid);
    if (same != null) {
      return same;
    }
    String version = reference.text("apiVersion").orElse("");
    int slash = version.indexOf('/');
    ResourceType type =
        new ResourceType(
            slash < 0 ? "" : version.substring(0, slash), reference.text("kind").orElse(""));
    return TemplateKind.of(type)
        .flatMap(_ -> find(type, owned, reference.text("name").orElse("")))
        .filter(owner -> uid.isEmpty() || owner.uid() == null)
        .orElse(null);
  }

  private Optional<Resource> find(ResourceType type, Resource owned, String name) {
    return objects.find(type, ClusterObjects.namespace(owned), name);
  }
}
