package org.safeguard.objects;

import java.util.Map;
import org.safeguard.model.snapshot.Resource;

/// A pod template that is a workload of its own.
///
/// @param kind its kind
/// @param object the whole object
/// @param template what holds the pod's `metadata` and `spec`; the object itself for a pod
/// @param spec the pod spec
/// @param podLabels labels of the pods
public record PodTemplate(
    TemplateKind kind,
    Place object,
    Place template,
    Place spec,
    Value<Map<String, String>> podLabels) {

  public static PodTemplate of(TemplateKind kind, Place object) {
    Place template = kind.template(object);
    return new PodTemplate(
        kind, object, template, template.at("spec"), template.at("metadata", "labels").textMap());
  }

  public Resource resource() {
    return object.resource();
  }

  public String namespace() {
    return ClusterObjects.namespace(resource());
  }

  /// `Kind/name`, as facts name it.
  public String label() {
    return resource().kind() + "/" + resource().name();
  }
}
