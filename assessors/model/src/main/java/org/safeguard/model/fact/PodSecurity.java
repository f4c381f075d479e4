package org.safeguard.model.fact;

import java.util.List;

/// What the Pod Security Standards say of one pod template or bare pod, as the plug-in of the
/// cluster's version evaluates them.
///
/// @param kind of the workload
/// @param namespace of the workload, `default` where a manifest names none
/// @param name of the workload
/// @param ephi ePHI designation as in [Workload]
/// @param systemComponent whether it lies in a namespace of the platform itself
/// @param version of the standards: `1.N` of the cluster, `latest` where its version is not known
/// @param level the strictest level it meets: `restricted`, `baseline` or `privileged`; unknown
///     where hidden values, or the unknown version of the cluster, leave that open
/// @param meetsBaseline whether baseline lets it in
/// @param meetsRestricted whether restricted lets it in
/// @param baselineViolations why baseline refuses it, in the words of the API server
/// @param restrictedViolations why restricted refuses it
/// @param namespaceLevel the level that is enforced in its namespace; unknown where the snapshot
///     cannot tell
/// @param namespaceVersion the version of it, `1.N` or `latest`
/// @param exempt whether the cluster's configuration exempts it, by its namespace or runtime class
/// @param meetsNamespaceLevel whether it could be created anew in its namespace; true where it is
///     exempt
/// @param namespaceViolations why it could not
/// @param provenance where the values were read
public record PodSecurity(
    String kind,
    String namespace,
    String name,
    String ephi,
    boolean systemComponent,
    String version,
    String level,
    boolean meetsBaseline,
    boolean meetsRestricted,
    List<String> baselineViolations,
    List<String> restrictedViolations,
    String namespaceLevel,
    String namespaceVersion,
    boolean exempt,
    boolean meetsNamespaceLevel,
    List<String> namespaceViolations,
    Provenance provenance)
    implements Fact {

  public PodSecurity {
    baselineViolations = List.copyOf(baselineViolations);
    restrictedViolations = List.copyOf(restrictedViolations);
    namespaceViolations = List.copyOf(namespaceViolations);
  }

  @Override
  public String ephi() {
    return provenance.known("ephi", ephi);
  }

  @Override
  public String level() {
    return provenance.known("level", level);
  }

  @Override
  public boolean meetsBaseline() {
    return provenance.known("meetsBaseline", meetsBaseline);
  }

  @Override
  public boolean meetsRestricted() {
    return provenance.known("meetsRestricted", meetsRestricted);
  }

  @Override
  public List<String> baselineViolations() {
    return provenance.known("baselineViolations", baselineViolations);
  }

  @Override
  public List<String> restrictedViolations() {
    return provenance.known("restrictedViolations", restrictedViolations);
  }

  @Override
  public String namespaceLevel() {
    return provenance.known("namespaceLevel", namespaceLevel);
  }

  @Override
  public String namespaceVersion() {
    return provenance.known("namespaceVersion", namespaceVersion);
  }

  @Override
  public boolean exempt() {
    return provenance.known("exempt", exempt);
  }

  @Override
  public boolean meetsNamespaceLevel() {
    return provenance.known("meetsNamespaceLevel", meetsNamespaceLevel);
  }

  @Override
  public List<String> namespaceViolations() {
    return provenance.known("namespaceViolations", namespaceViolations);
  }
}
