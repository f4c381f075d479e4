package org.safeguard.model.fact;

import java.util.List;

/// An object by which a GitOps controller delivers to the cluster.
///
/// @param namespace its namespace, empty for cluster scope
/// @param name its name
/// @param kind such as `Application`
/// @param product `Argo CD` or `Flux`
/// @param role `source`, `deployment` or `project`
/// @param defaultProject whether an application belongs to the project `default`
/// @param sources addresses it delivers from
/// @param insecureSources addresses without encryption, or whose certificate is not checked
/// @param verified whether a source verifies signatures
/// @param pinned whether it names a commit, tag, version or digest and not a moving branch
/// @param automatic whether changes are applied without a hand
/// @param corrects whether changes by hand are put back
/// @param suspended whether it is paused
/// @param inStep whether the cluster is as the source says; unknown where the source holds no
///     status
/// @param anySource whether a project takes every repository
/// @param anyDestination whether a project may deliver to every cluster and namespace
/// @param anyClusterResource whether a project may create every cluster-scoped object
/// @param provenance where the values were read
public record Delivery(
    String namespace,
    String name,
    String kind,
    String product,
    String role,
    boolean defaultProject,
    List<String> sources,
    List<String> insecureSources,
    boolean verified,
    boolean pinned,
    boolean automatic,
    boolean corrects,
    boolean suspended,
    boolean inStep,
    boolean anySource,
    boolean anyDestination,
    boolean anyClusterResource,
    Provenance provenance)
    implements Fact {

  public Delivery {
    sources = List.copyOf(sources);
    insecureSources = List.copyOf(insecureSources);
  }

  @Override
  public String kind() {
    return provenance.known("kind", kind);
  }

  @Override
  public String product() {
    return provenance.known("product", product);
  }

  @Override
  public String role() {
    return provenance.known("role", role);
  }

  @Override
  public boolean defaultProject() {
    return provenance.known("defaultProject", defaultProject);
  }

  @Override
  public List<String> sources() {
    return provenance.known("sources", sources);
  }

  @Override
  public List<String> insecureSources() {
    return provenance.known("insecureSources", insecureSources);
  }

  @Override
  public boolean verified() {
    return provenance.known("verified", verified);
  }

  @Override
  public boolean pinned() {
    return provenance.known("pinned", pinned);
  }

  @Override
  public boolean automatic() {
    return provenance.known("automatic", automatic);
  }

  @Override
  public boolean corrects() {
    return provenance.known("corrects", corrects);
  }

  @Override
  public boolean suspended() {
    return provenance.known("suspended", suspended);
  }

  @Override
  public boolean inStep() {
    return provenance.known("inStep", inStep);
  }

  @Override
  public boolean anySource() {
    return provenance.known("anySource", anySource);
  }

  @Override
  public boolean anyDestination() {
    return provenance.known("anyDestination", anyDestination);
  }

  @Override
  public boolean anyClusterResource() {
    return provenance.known("anyClusterResource", anyClusterResource);
  }
}
