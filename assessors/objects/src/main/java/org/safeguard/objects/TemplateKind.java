package org.safeguard.objects;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguard.model.snapshot.ResourceType;

/// The kinds that hold a pod template, and where.
public enum TemplateKind {
  POD("Pod", List.of(""), List.of()),
  REPLICATION_CONTROLLER("ReplicationController", List.of(""), List.of("spec", "template")),
  POD_TEMPLATE("PodTemplate", List.of(""), List.of("template")),
  REPLICA_SET("ReplicaSet", List.of("apps", "extensions"), List.of("spec", "template")),
  DEPLOYMENT("Deployment", List.of("apps", "extensions"), List.of("spec", "template")),
  STATEFUL_SET("StatefulSet", List.of("apps"), List.of("spec", "template")),
  DAEMON_SET("DaemonSet", List.of("apps", "extensions"), List.of("spec", "template")),
  JOB("Job", List.of("batch"), List.of("spec", "template")),
  CRON_JOB("CronJob", List.of("batch"), List.of("spec", "jobTemplate", "spec", "template"));

  private static final Map<ResourceType, TemplateKind> BY_TYPE = new HashMap<>();

  static {
    for (TemplateKind kind : values()) {
      kind.types().forEach(type -> BY_TYPE.put(type, kind));
    }
  }

  private final String kind;
  private final List<String> groups;
  private final List<String> template;

  TemplateKind(String kind, List<String> groups, List<String> template) {
    this.kind = kind;
    this.groups = groups;
    this.template = template;
  }

  /// The kind of template that objects of a type hold, empty for none.
  public static Optional<TemplateKind> of(ResourceType type) {
    return Optional.ofNullable(BY_TYPE.get(type));
  }

  /// The current and the old types of this kind.
  public List<ResourceType> types() {
    return groups.stream().map(group -> new ResourceType(group, kind)).toList();
  }

  /// The template, whose members are `metadata` and `spec`.
  public Place template(Place object) {
    return object.at(template.toArray(String[]::new));
  }
}
