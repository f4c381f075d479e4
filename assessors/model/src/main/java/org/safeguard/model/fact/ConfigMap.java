package org.safeguard.model.fact;

import java.util.List;

/// A config map, without its values.
///
/// @param namespace its namespace
/// @param name its name
/// @param keys key names
/// @param immutable effective
/// @param credentialKeys keys whose value looks like a credential
/// @param privateKeyKeys keys whose value holds a private key
/// @param workloads workloads that use it, as `Kind/name`
/// @param mentioned whether another object names it; unknown where the snapshot cannot tell
/// @param provenance where the values were read
public record ConfigMap(
    String namespace,
    String name,
    List<String> keys,
    boolean immutable,
    List<String> credentialKeys,
    List<String> privateKeyKeys,
    List<String> workloads,
    boolean mentioned,
    Provenance provenance)
    implements Fact {

  public ConfigMap {
    keys = List.copyOf(keys);
    credentialKeys = List.copyOf(credentialKeys);
    privateKeyKeys = List.copyOf(privateKeyKeys);
    workloads = List.copyOf(workloads);
  }

  @Override
  public List<String> keys() {
    return provenance.known("keys", keys);
  }

  @Override
  public boolean immutable() {
    return provenance.known("immutable", immutable);
  }

  @Override
  public List<String> credentialKeys() {
    return provenance.known("credentialKeys", credentialKeys);
  }

  @Override
  public List<String> privateKeyKeys() {
    return provenance.known("privateKeyKeys", privateKeyKeys);
  }

  @Override
  public List<String> workloads() {
    return provenance.known("workloads", workloads);
  }

  @Override
  public boolean mentioned() {
    return provenance.known("mentioned", mentioned);
  }
}
