package org.safeguard.model.fact;

import java.util.List;

/// A class of storage.
///
/// @param name its name
/// @param provisioner such as `ebs.csi.aws.com`
/// @param reclaimPolicy effective: `Delete` or `Retain`
/// @param encrypted whether its volumes are encrypted at rest, by its parameters or by what the
///     provider always does; unknown where neither tells
/// @param defaultClass whether claims without a class get it
/// @param expandable `allowVolumeExpansion`
/// @param bindingMode effective: `Immediate` or `WaitForFirstConsumer`
/// @param nodeLocal whether volumes lie on one node's own disk
/// @param ephiClaims claims of workloads with ePHI that use it, as `namespace/name`
/// @param provenance where the values were read
public record StorageClass(
    String name,
    String provisioner,
    String reclaimPolicy,
    boolean encrypted,
    boolean defaultClass,
    boolean expandable,
    String bindingMode,
    boolean nodeLocal,
    List<String> ephiClaims,
    Provenance provenance)
    implements Fact {

  public StorageClass {
    ephiClaims = List.copyOf(ephiClaims);
  }

  @Override
  public String provisioner() {
    return provenance.known("provisioner", provisioner);
  }

  @Override
  public String reclaimPolicy() {
    return provenance.known("reclaimPolicy", reclaimPolicy);
  }

  @Override
  public boolean encrypted() {
    return provenance.known("encrypted", encrypted);
  }

  @Override
  public boolean defaultClass() {
    return provenance.known("defaultClass", defaultClass);
  }

  @Override
  public boolean expandable() {
    return provenance.known("expandable", expandable);
  }

  @Override
  public String bindingMode() {
    return provenance.known("bindingMode", bindingMode);
  }

  @Override
  public boolean nodeLocal() {
    return provenance.known("nodeLocal", nodeLocal);
  }

  @Override
  public List<String> ephiClaims() {
    return provenance.known("ephiClaims", ephiClaims);
  }
}
