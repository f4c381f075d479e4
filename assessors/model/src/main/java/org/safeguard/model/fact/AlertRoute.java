package org.safeguard.model.fact;

import java.util.List;

/// How alerts reach people.
///
/// @param namespace its namespace, empty for cluster scope
/// @param name its name
/// @param kind such as `AlertmanagerConfig`
/// @param product such as `Prometheus Alertmanager`
/// @param receivers names of receivers
/// @param delivers whether a receiver sends to somebody; unknown where the snapshot cannot tell
/// @param silent receivers that send to nobody
/// @param provenance where the values were read
public record AlertRoute(
    String namespace,
    String name,
    String kind,
    String product,
    List<String> receivers,
    boolean delivers,
    List<String> silent,
    Provenance provenance)
    implements Fact {

  public AlertRoute {
    receivers = List.copyOf(receivers);
    silent = List.copyOf(silent);
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
  public List<String> receivers() {
    return provenance.known("receivers", receivers);
  }

  @Override
  public boolean delivers() {
    return provenance.known("delivers", delivers);
  }

  @Override
  public List<String> silent() {
    return provenance.known("silent", silent);
  }
}
