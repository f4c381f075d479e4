package org.safeguard.redaction;

import java.util.Set;
import java.util.regex.Pattern;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.model.tree.ObjectNode;

/// What the type of an object tells about its fields.
final class Types {

  /// Groups whose types are known field by field: what is secret in them has a place of its own.
  private static final Set<String> KNOWN_GROUPS =
      Set.of(
          "",
          "apps",
          "batch",
          "extensions",
          "policy",
          "autoscaling",
          "rbac.authorization.k8s.io",
          "networking.k8s.io",
          "gateway.networking.k8s.io",
          "storage.k8s.io",
          "snapshot.storage.k8s.io",
          "admissionregistration.k8s.io",
          "apiextensions.k8s.io",
          "apiregistration.k8s.io",
          "certificates.k8s.io",
          "coordination.k8s.io",
          "discovery.k8s.io",
          "flowcontrol.apiserver.k8s.io",
          "node.k8s.io",
          "scheduling.k8s.io",
          "metrics.k8s.io",
          "security.openshift.io",
          "authorization.openshift.io");

  private static final Pattern GROUP = Pattern.compile("[a-z0-9.-]{0,253}");
  private static final Pattern KIND = Pattern.compile("[A-Z][A-Za-z0-9]{0,62}");

  private Types() {}

  /// The type of an object; of no kind where what it calls itself could be anything.
  static ResourceType of(ObjectNode object) {
    String apiVersion = object.text("apiVersion").orElse("");
    int slash = apiVersion.indexOf('/');
    String group = slash < 0 ? "" : apiVersion.substring(0, slash);
    String kind = object.text("kind").orElse("");
    return GROUP.matcher(group).matches() && KIND.matcher(kind).matches()
        ? new ResourceType(group, kind)
        : new ResourceType("", "");
  }

  /// Whether the name of a field says nothing about its value being secret: `token` in a known type
  /// is a setting. A kubeconfig is of the core group only by its name.
  static boolean isKnown(ResourceType type) {
    return KNOWN_GROUPS.contains(type.group())
        && !type.kind().equals("Config")
        && !type.kind().isEmpty();
  }

  /// Definitions of types are public, long, and full of examples.
  static boolean isDefinition(ResourceType type) {
    return type.kind().equals("CustomResourceDefinition");
  }
}
