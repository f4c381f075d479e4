package org.safeguard.model.fact;

import java.util.List;

/// What Pod Security admission enforces in a namespace, and what its workloads would bear.
///
/// A level is effective: the label, else the default of the cluster's `PodSecurityConfiguration`
/// where the snapshot holds it, or where the API server is seen to have none; else unknown.
///
/// @param name of the namespace
/// @param handlesEphi whether the namespace or a workload in it is designated to create, receive,
///     maintain or transmit ePHI
/// @param systemNamespace whether it is one of the platform's own
/// @param exempt whether the cluster's configuration exempts it from Pod Security admission
/// @param enforceLabelled whether it has an `enforce` label
/// @param warnsOrAudits whether a `warn` or `audit` label asks for baseline or restricted
/// @param enforceLevel effective: `privileged`, `baseline` or `restricted`; an invalid label counts
///     as `restricted`, as in the plug-in
/// @param enforceVersion effective: `1.N` or `latest`
/// @param auditLevel effective
/// @param auditVersion effective
/// @param warnLevel effective
/// @param warnVersion effective
/// @param invalidLabels Pod Security labels whose value or name the plug-in does not know
/// @param pinned whether a label pins the enforced version to a release
/// @param missedChecks checks of the enforced level that the cluster's own version has and the
///     pinned one lacks; unknown where the cluster's version is not known
/// @param workloads number of workloads in it
/// @param refusedAtBaseline workloads that baseline would refuse, as `Kind/name`
/// @param refusedAtRestricted workloads that restricted would refuse
/// @param strictestLevel the strictest level that refuses none of its workloads; unknown where some
///     may be missing or hide something
/// @param couldBeStricter whether that level is stricter than the enforced one
/// @param provenance where the values were read
public record NamespacePodSecurity(
    String name,
    boolean handlesEphi,
    boolean systemNamespace,
    boolean exempt,
    boolean enforceLabelled,
    boolean warnsOrAudits,
    String enforceLevel,
    String enforceVersion,
    String auditLevel,
    String auditVersion,
    String warnLevel,
    String warnVersion,
    List<String> invalidLabels,
    boolean pinned,
    List<String> missedChecks,
    long workloads,
    List<String> refusedAtBaseline,
    List<String> refusedAtRestricted,
    String strictestLevel,
    boolean couldBeStricter,
    Provenance provenance)
    implements Fact {

  public NamespacePodSecurity {
    invalidLabels = List.copyOf(invalidLabels);
    missedChecks = List.copyOf(missedChecks);
    refusedAtBaseline = List.copyOf(refusedAtBaseline);
    refusedAtRestricted = List.copyOf(refusedAtRestricted);
  }

  @Override
  public boolean handlesEphi() {
    return provenance.known("handlesEphi", handlesEphi);
  }

  @Override
  public boolean exempt() {
    return provenance.known("exempt", exempt);
  }

  @Override
  public boolean enforceLabelled() {
    return provenance.known("enforceLabelled", enforceLabelled);
  }

  @Override
  public boolean warnsOrAudits() {
    return provenance.known("warnsOrAudits", warnsOrAudits);
  }

  @Override
  public String enforceLevel() {
    return provenance.known("enforceLevel", enforceLevel);
  }

  @Override
  public String enforceVersion() {
    return provenance.known("enforceVersion", enforceVersion);
  }

  @Override
  public String auditLevel() {
    return provenance.known("auditLevel", auditLevel);
  }

  @Override
  public String auditVersion() {
    return provenance.known("auditVersion", auditVersion);
  }

  @Override
  public String warnLevel() {
    return provenance.known("warnLevel", warnLevel);
  }

  @Override
  public String warnVersion() {
    return provenance.known("warnVersion", warnVersion);
  }

  @Override
  public List<String> invalidLabels() {
    return provenance.known("invalidLabels", invalidLabels);
  }

  @Override
  public boolean pinned() {
    return provenance.known("pinned", pinned);
  }

  @Override
  public List<String> missedChecks() {
    return provenance.known("missedChecks", missedChecks);
  }

  @Override
  public long workloads() {
    return provenance.known("workloads", workloads);
  }

  @Override
  public List<String> refusedAtBaseline() {
    return provenance.known("refusedAtBaseline", refusedAtBaseline);
  }

  @Override
  public List<String> refusedAtRestricted() {
    return provenance.known("refusedAtRestricted", refusedAtRestricted);
  }

  @Override
  public String strictestLevel() {
    return provenance.known("strictestLevel", strictestLevel);
  }

  @Override
  public boolean couldBeStricter() {
    return provenance.known("couldBeStricter", couldBeStricter);
  }
}
