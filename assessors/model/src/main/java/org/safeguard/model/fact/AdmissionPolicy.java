package org.safeguard.model.fact;

import java.util.List;

/// A policy that an admission controller enforces or reports on, or an exception from one.
///
/// @param engine `validating-admission-policy`, `mutating-admission-policy`, `kyverno`,
///     `gatekeeper`, `kubewarden`, `sigstore`, `ratify`, `connaisseur` or `openshift-scc`
/// @param kind of the object, such as `ClusterPolicy`
/// @param namespace of the policy, empty for cluster scope
/// @param name of the policy
/// @param role `validate`, `verify-images`, `mutate`, `generate`, `delete`, `exception`,
///     `template` or `constraints` (OpenShift)
/// @param mode `deny` when everything in it refuses, `mixed` when some does, else `warn`, `audit`
///     or `off`
/// @param inForce whether what it needs to work is there: bindings, constraints, parameters, a
///     policy server, a state of ready; unknown where the snapshot cannot tell
/// @param inForceProblem what is missing, in words; empty when nothing is
/// @param meaning how its controls are known: `shown` by trying it, `library` by its name and
///     fields, `other` when it was tried and is about nothing we know, `unknown`
/// @param controls the controls it is about, such as `privileged`; see the user guide
/// @param matchesPods whether pods are among what it looks at
/// @param failsClosed whether a request is refused when the policy cannot be evaluated
/// @param initContainers whether what it asks of containers it asks of init containers too
/// @param ephemeralContainers the same for ephemeral containers, and whether it sees them added to
///     a running pod
/// @param exemptNamespaces application namespaces it leaves out; unknown where the snapshot cannot
///     tell
/// @param exemptEphiNamespaces those of them that hold ePHI
/// @param exceptions exceptions that name it, as `namespace/name`; unknown where the snapshot
///     cannot tell
/// @param expiry when an exception ends; empty when it never does, and for what is no exception
/// @param broad whether an exception covers every namespace or every policy
/// @param openPrefixes allowed image prefixes that end inside a name, so that others may start
///     alike
/// @param allows what security context constraints of OpenShift let through, such as `privileged`
/// @param usableBy whom security context constraints name themselves, as users and groups
/// @param provenance where the values were read
public record AdmissionPolicy(
    String engine,
    String kind,
    String namespace,
    String name,
    String role,
    String mode,
    boolean inForce,
    String inForceProblem,
    String meaning,
    List<String> controls,
    boolean matchesPods,
    boolean failsClosed,
    boolean initContainers,
    boolean ephemeralContainers,
    List<String> exemptNamespaces,
    List<String> exemptEphiNamespaces,
    List<String> exceptions,
    String expiry,
    boolean broad,
    List<String> openPrefixes,
    List<String> allows,
    List<String> usableBy,
    Provenance provenance)
    implements Fact {

  public AdmissionPolicy {
    controls = List.copyOf(controls);
    exemptNamespaces = List.copyOf(exemptNamespaces);
    exemptEphiNamespaces = List.copyOf(exemptEphiNamespaces);
    exceptions = List.copyOf(exceptions);
    openPrefixes = List.copyOf(openPrefixes);
    allows = List.copyOf(allows);
    usableBy = List.copyOf(usableBy);
  }

  @Override
  public String mode() {
    return provenance.known("mode", mode);
  }

  @Override
  public boolean inForce() {
    return provenance.known("inForce", inForce);
  }

  @Override
  public String inForceProblem() {
    return provenance.known("inForceProblem", inForceProblem);
  }

  @Override
  public String meaning() {
    return provenance.known("meaning", meaning);
  }

  @Override
  public List<String> controls() {
    return provenance.known("controls", controls);
  }

  @Override
  public boolean matchesPods() {
    return provenance.known("matchesPods", matchesPods);
  }

  @Override
  public boolean failsClosed() {
    return provenance.known("failsClosed", failsClosed);
  }

  @Override
  public boolean initContainers() {
    return provenance.known("initContainers", initContainers);
  }

  @Override
  public boolean ephemeralContainers() {
    return provenance.known("ephemeralContainers", ephemeralContainers);
  }

  @Override
  public List<String> exemptNamespaces() {
    return provenance.known("exemptNamespaces", exemptNamespaces);
  }

  @Override
  public List<String> exemptEphiNamespaces() {
    return provenance.known("exemptEphiNamespaces", exemptEphiNamespaces);
  }

  @Override
  public List<String> exceptions() {
    return provenance.known("exceptions", exceptions);
  }

  @Override
  public String expiry() {
    return provenance.known("expiry", expiry);
  }

  @Override
  public boolean broad() {
    return provenance.known("broad", broad);
  }

  @Override
  public List<String> openPrefixes() {
    return provenance.known("openPrefixes", openPrefixes);
  }

  @Override
  public List<String> allows() {
    return provenance.known("allows", allows);
  }

  @Override
  public List<String> usableBy() {
    return provenance.known("usableBy", usableBy);
  }
}
