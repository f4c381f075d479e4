package org.safeguard.model.fact;

import java.util.List;
import java.util.Map;

/// A secret, without its values.
///
/// @param namespace its namespace
/// @param name its name
/// @param type effective; `Opaque` by default
/// @param keys key names
/// @param immutable effective
/// @param createdAt RFC 3339, empty when not known
/// @param annotations annotations
/// @param serviceAccount the account of a token secret, else empty
/// @param workloads workloads that use it, as `Kind/name`
/// @param valuesInSource whether the source held its values in clear, which were dropped
/// @param daysOld days between its creation and the capture; unknown where one of them is
/// @param daysToExpiry days from the capture until its certificate expires, negative when it has;
///     unknown where nothing tells, since values are never read
/// @param mentioned whether another object names it; unknown where the snapshot cannot tell
/// @param namesakes other namespaces with a pull secret of this name; empty for other types
/// @param provenance where the values were read
public record Secret(
    String namespace,
    String name,
    String type,
    List<String> keys,
    boolean immutable,
    String createdAt,
    Map<String, String> annotations,
    String serviceAccount,
    List<String> workloads,
    boolean valuesInSource,
    long daysOld,
    long daysToExpiry,
    boolean mentioned,
    List<String> namesakes,
    Provenance provenance)
    implements Fact {

  public Secret {
    keys = List.copyOf(keys);
    annotations = Map.copyOf(annotations);
    workloads = List.copyOf(workloads);
    namesakes = List.copyOf(namesakes);
  }

  @Override
  public String type() {
    return provenance.known("type", type);
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
  public String createdAt() {
    return provenance.known("createdAt", createdAt);
  }

  @Override
  public Map<String, String> annotations() {
    return provenance.known("annotations", annotations);
  }

  @Override
  public String serviceAccount() {
    return provenance.known("serviceAccount", serviceAccount);
  }

  @Override
  public List<String> workloads() {
    return provenance.known("workloads", workloads);
  }

  @Override
  public boolean valuesInSource() {
    return provenance.known("valuesInSource", valuesInSource);
  }

  @Override
  public long daysOld() {
    return provenance.known("daysOld", daysOld);
  }

  @Override
  public long daysToExpiry() {
    return provenance.known("daysToExpiry", daysToExpiry);
  }

  @Override
  public boolean mentioned() {
    return provenance.known("mentioned", mentioned);
  }

  @Override
  public List<String> namesakes() {
    return provenance.known("namesakes", namesakes);
  }
}
