package org.safeguard.model.fact;

import java.util.List;

/// A user, group, service account or node with everything it may do. Rights of a group that the API
/// server itself puts somebody into count for each member; groups that an identity provider adds
/// are identities of their own, since the cluster does not know their members.
///
/// @param kind `User`, `Group`, `ServiceAccount` or `Node`
/// @param namespace of a service account, else empty
/// @param name of the subject
/// @param builtIn whether it is a part of Kubernetes and has no rights but those that come with it;
///     nodes of the control plane are
/// @param platform whether it belongs to the platform: `system:` users and groups, accounts of
///     system namespaces, nodes of the control plane
/// @param exists whether a service account is there; true for others
/// @param bindings bindings that name it, as `Kind/namespace/name`; unknown where the snapshot
///     cannot tell
/// @param whole true; unknown where there may be more bindings or rights than were found
/// @param workloads what runs as a service account, as `Kind/namespace/name`; unknown where the
///     snapshot cannot tell
/// @param tokenSecrets secrets that hold a token of it without an end; unknown where the snapshot
///     cannot tell
/// @param powers rights that give more than they seem to, by bindings that name it; those of its
///     groups stand with the groups. Only `everything` for one who holds every right. Those found
///     are certain; where there may be more, a power of which nothing is known is last
/// @param allPowerful whether a binding that was found gives it every right in the cluster
/// @param clusterAdmin whether it holds every right in the cluster; unknown where the snapshot
///     cannot tell
/// @param reachesClusterAdmin whether it comes to every right, at once or by steps that its rights
///     allow; unknown where the snapshot cannot tell
/// @param path the steps, in words; empty where it does not come to every right
/// @param foreignNamespaces other namespaces in which a service account was given rights; unknown
///     where the snapshot cannot tell
/// @param ephiWorkloads workloads with ePHI whose pods it may enter, as `Kind/namespace/name`;
///     unknown where nobody said which workloads have ePHI, or the snapshot cannot tell
/// @param provenance where the values were read
public record Identity(
    String kind,
    String namespace,
    String name,
    boolean builtIn,
    boolean platform,
    boolean exists,
    List<String> bindings,
    boolean whole,
    List<String> workloads,
    List<String> tokenSecrets,
    List<Power> powers,
    boolean allPowerful,
    boolean clusterAdmin,
    boolean reachesClusterAdmin,
    String path,
    List<String> foreignNamespaces,
    List<String> ephiWorkloads,
    Provenance provenance)
    implements Fact {

  public Identity {
    bindings = List.copyOf(bindings);
    workloads = List.copyOf(workloads);
    tokenSecrets = List.copyOf(tokenSecrets);
    powers = List.copyOf(powers);
    foreignNamespaces = List.copyOf(foreignNamespaces);
    ephiWorkloads = List.copyOf(ephiWorkloads);
  }

  @Override
  public boolean builtIn() {
    return provenance.known("builtIn", builtIn);
  }

  @Override
  public boolean exists() {
    return provenance.known("exists", exists);
  }

  @Override
  public List<String> bindings() {
    return provenance.known("bindings", bindings);
  }

  @Override
  public boolean whole() {
    return provenance.known("whole", whole);
  }

  @Override
  public List<String> workloads() {
    return provenance.known("workloads", workloads);
  }

  @Override
  public List<String> tokenSecrets() {
    return provenance.known("tokenSecrets", tokenSecrets);
  }

  @Override
  public List<Power> powers() {
    return provenance.known("powers", powers);
  }

  @Override
  public boolean clusterAdmin() {
    return provenance.known("clusterAdmin", clusterAdmin);
  }

  @Override
  public boolean reachesClusterAdmin() {
    return provenance.known("reachesClusterAdmin", reachesClusterAdmin);
  }

  @Override
  public String path() {
    return provenance.known("path", path);
  }

  @Override
  public List<String> foreignNamespaces() {
    return provenance.known("foreignNamespaces", foreignNamespaces);
  }

  @Override
  public List<String> ephiWorkloads() {
    return provenance.known("ephiWorkloads", ephiWorkloads);
  }
}
