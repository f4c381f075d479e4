package org.safeguard.capture;

import org.safeguard.model.snapshot.ResourceType;

/// A type that the server serves and that can be listed.
///
/// @param group empty for the core group
/// @param version the preferred one that serves it
/// @param plural its name in paths
/// @param kind of its objects
/// @param namespaced whether its objects lie in namespaces
record ServedType(String group, String version, String plural, String kind, boolean namespaced) {

  private static final String NAME = "[a-z0-9]([-a-z0-9.]{0,250}[a-z0-9])?";

  String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  ResourceType type() {
    return new ResourceType(group, kind);
  }

  boolean is(String otherGroup, String otherPlural) {
    return group.equals(otherGroup) && plural.equals(otherPlural);
  }

  /// Whether these are the secrets of Kubernetes itself, whose values are never asked for. Another
  /// group may have a kind of the same name.
  boolean isSecret() {
    return is("", "secrets");
  }

  /// Whether its names can be a part of a path: discovery is untrusted too.
  boolean isSound() {
    return (group.isEmpty() || group.matches(NAME))
        && version.matches(NAME)
        && plural.matches(NAME)
        && kind.matches("[A-Za-z0-9]{1,100}");
  }

  /// The path of the list in every namespace.
  String path() {
    return base() + "/" + plural;
  }

  /// The path of the list in one namespace.
  String path(String namespace) {
    return base() + "/namespaces/" + namespace + "/" + plural;
  }

  private String base() {
    return group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version;
  }
}
