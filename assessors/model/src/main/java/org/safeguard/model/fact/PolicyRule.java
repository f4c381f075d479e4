package org.safeguard.model.fact;

import java.util.List;

/// One rule of a role, as RBAC reads it.
///
/// @param verbs as written
/// @param groups `apiGroups`; the empty string is the core group
/// @param resources resources and subresources as written
/// @param resourceNames empty for all names
/// @param nonResourceURLs paths outside the API
/// @param provenance where the values were read
public record PolicyRule(
    List<String> verbs,
    List<String> groups,
    List<String> resources,
    List<String> resourceNames,
    List<String> nonResourceURLs,
    Provenance provenance)
    implements Traced {

  public PolicyRule {
    verbs = List.copyOf(verbs);
    groups = List.copyOf(groups);
    resources = List.copyOf(resources);
    resourceNames = List.copyOf(resourceNames);
    nonResourceURLs = List.copyOf(nonResourceURLs);
  }

  @Override
  public List<String> verbs() {
    return provenance.known("verbs", verbs);
  }

  @Override
  public List<String> groups() {
    return provenance.known("groups", groups);
  }

  @Override
  public List<String> resources() {
    return provenance.known("resources", resources);
  }

  @Override
  public List<String> resourceNames() {
    return provenance.known("resourceNames", resourceNames);
  }

  @Override
  public List<String> nonResourceURLs() {
    return provenance.known("nonResourceURLs", nonResourceURLs);
  }
}
