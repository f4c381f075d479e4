package org.safeguard.model.fact;

/// A listener of a gateway (Gateway API, Istio) or a set of TLS options of an ingress controller.
///
/// @param kind `Gateway`, `TLSOption` or `ConfigMap`
/// @param namespace of the object
/// @param gateway name of the object
/// @param name the listener, or what the options are called
/// @param protocol such as `HTTP`, `HTTPS`, `TLS` or `TCP`; empty for options
/// @param encrypted whether it takes TLS only; true for options
/// @param redirects whether it only redirects to HTTPS
/// @param minimumTls lowest TLS version it takes, such as `1.2`; empty when the object leaves it to
///     the controller
/// @param provenance where the values were read
public record GatewayListener(
    String kind,
    String namespace,
    String gateway,
    String name,
    String protocol,
    boolean encrypted,
    boolean redirects,
    String minimumTls,
    Provenance provenance)
    implements Fact {

  @Override
  public String protocol() {
    return provenance.known("protocol", protocol);
  }

  @Override
  public boolean encrypted() {
    return provenance.known("encrypted", encrypted);
  }

  @Override
  public boolean redirects() {
    return provenance.known("redirects", redirects);
  }

  @Override
  public String minimumTls() {
    return provenance.known("minimumTls", minimumTls);
  }
}
