package org.safeguard.model.fact;

import java.util.List;

/// Rules that raise alerts.
///
/// @param namespace its namespace, empty for cluster scope
/// @param name its name
/// @param kind such as `PrometheusRule`
/// @param alerts names of the alerts
/// @param unrated alerts without a severity label
/// @param provenance where the values were read
public record AlertRules(
    String namespace,
    String name,
    String kind,
    List<String> alerts,
    List<String> unrated,
    Provenance provenance)
    implements Fact {

  public AlertRules {
    alerts = List.copyOf(alerts);
    unrated = List.copyOf(unrated);
  }

  @Override
  public String kind() {
    return provenance.known("kind", kind);
  }

  @Override
  public List<String> alerts() {
    return provenance.known("alerts", alerts);
  }

  @Override
  public List<String> unrated() {
    return provenance.known("unrated", unrated);
  }
}
