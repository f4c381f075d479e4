package org.safeguard.model.fact;

import java.util.List;

/// One webhook of a validating or mutating webhook configuration.
///
/// @param configuration the name of the configuration
/// @param name the name of the webhook in it
/// @param mutating whether it may change objects
/// @param engine the product it belongs to, empty when it is not one we know
/// @param security whether the product is there to refuse what is not safe
/// @param failurePolicy `Fail` or `Ignore`, effective
/// @param timeoutSeconds effective
/// @param sideEffects as written
/// @param matchesPods whether new pods are sent to it
/// @param matchesSecrets whether secrets are sent to it
/// @param ephemeralContainers whether ephemeral containers added to a running pod are sent to it
/// @param exemptNamespaces application namespaces its selector leaves out; unknown where the
///     snapshot cannot tell
/// @param exemptEphiNamespaces those of them that hold ePHI
/// @param labelOptOut whether a label on an object takes it out of the webhook's sight
/// @param external whether it is called by an address instead of a service in the cluster
/// @param backendProblem what is wrong with the service behind it; empty when nothing is; unknown
///     where the snapshot cannot tell
/// @param caExpired whether every certificate of the bundle had ended when the snapshot was made
/// @param caDaysLeft days until the last certificate of the bundle ends, below 0 when it has
/// @param caShortLived whether no certificate of the bundle was issued for more than 90 days, as
///     products do that renew them by themselves
/// @param provenance where the values were read
public record AdmissionWebhook(
    String configuration,
    String name,
    boolean mutating,
    String engine,
    boolean security,
    String failurePolicy,
    long timeoutSeconds,
    String sideEffects,
    boolean matchesPods,
    boolean matchesSecrets,
    boolean ephemeralContainers,
    List<String> exemptNamespaces,
    List<String> exemptEphiNamespaces,
    boolean labelOptOut,
    boolean external,
    String backendProblem,
    boolean caExpired,
    long caDaysLeft,
    boolean caShortLived,
    Provenance provenance)
    implements Fact {

  public AdmissionWebhook {
    exemptNamespaces = List.copyOf(exemptNamespaces);
    exemptEphiNamespaces = List.copyOf(exemptEphiNamespaces);
  }

  @Override
  public String failurePolicy() {
    return provenance.known("failurePolicy", failurePolicy);
  }

  @Override
  public long timeoutSeconds() {
    return provenance.known("timeoutSeconds", timeoutSeconds);
  }

  @Override
  public String sideEffects() {
    return provenance.known("sideEffects", sideEffects);
  }

  @Override
  public boolean matchesPods() {
    return provenance.known("matchesPods", matchesPods);
  }

  @Override
  public boolean matchesSecrets() {
    return provenance.known("matchesSecrets", matchesSecrets);
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
  public boolean labelOptOut() {
    return provenance.known("labelOptOut", labelOptOut);
  }

  @Override
  public boolean external() {
    return provenance.known("external", external);
  }

  @Override
  public String backendProblem() {
    return provenance.known("backendProblem", backendProblem);
  }

  @Override
  public boolean caExpired() {
    return provenance.known("caExpired", caExpired);
  }

  @Override
  public long caDaysLeft() {
    return provenance.known("caDaysLeft", caDaysLeft);
  }

  @Override
  public boolean caShortLived() {
    return provenance.known("caShortLived", caShortLived);
  }
}
