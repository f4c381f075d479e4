package org.safeguard.model.fact;

import java.util.List;

/// The effective configuration of one kubelet, or of a group that shares one configuration
/// ([reference](https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/)). Values
/// that the configuration leaves out read as the kubelet's own defaults.
///
/// @param name the node or the configuration it was read from
/// @param source where it was read: `configz`, `config-map`, `machine-config`, `node-arguments`
///     or `host-data`
/// @param nodes nodes that the snapshot ties to this configuration; empty where it does not say
/// @param anonymousAuthentication whether callers without a credential are let in as anonymous
/// @param webhookAuthentication whether bearer tokens are checked with the API server
/// @param authorizationMode `Webhook` or `AlwaysAllow`
/// @param clientCaFile the authority that client certificates must come from, empty for none
/// @param readOnlyPort the port without authentication, 0 when it is off
/// @param streamingIdleTimeout as written, `4h0m0s` by default
/// @param streamingTimesOut whether idle exec and port-forward streams are ever closed
/// @param protectKernelDefaults whether it refuses to start on kernel settings it did not expect
/// @param iptablesUtilChains whether it keeps the iptables chains that it owns
/// @param hostnameOverride another name than the host reports, empty for none
/// @param eventRecordQps events it sends each second, 0 for no bound
/// @param servingCertificate whether it serves with a certificate that somebody issued: files or
///     server bootstrap
/// @param rotatesClientCertificate `rotateCertificates`
/// @param rotatesServerCertificate `serverTLSBootstrap`
/// @param tlsCipherSuites as written; empty for those of Go
/// @param weakCipherSuites the ones among them without forward secrecy or authenticated
///     encryption
/// @param tlsMinVersion as written, `VersionTLS12` by default
/// @param podPidsLimit processes that one pod may start, -1 for no bound
/// @param seccompDefault whether containers get the profile `RuntimeDefault` without asking
/// @param debuggingHandlers whether exec, logs, attach and port-forward are served
/// @param profiling whether profiles of the process itself are served
/// @param failsOnSwap whether it refuses to start with swap, which writes memory to disk
/// @param provenance where the values were read
public record Kubelet(
    String name,
    String source,
    List<String> nodes,
    boolean anonymousAuthentication,
    boolean webhookAuthentication,
    String authorizationMode,
    String clientCaFile,
    long readOnlyPort,
    String streamingIdleTimeout,
    boolean streamingTimesOut,
    boolean protectKernelDefaults,
    boolean iptablesUtilChains,
    String hostnameOverride,
    long eventRecordQps,
    boolean servingCertificate,
    boolean rotatesClientCertificate,
    boolean rotatesServerCertificate,
    List<String> tlsCipherSuites,
    List<String> weakCipherSuites,
    String tlsMinVersion,
    long podPidsLimit,
    boolean seccompDefault,
    boolean debuggingHandlers,
    boolean profiling,
    boolean failsOnSwap,
    Provenance provenance)
    implements Fact {

  public Kubelet {
    nodes = List.copyOf(nodes);
    tlsCipherSuites = List.copyOf(tlsCipherSuites);
    weakCipherSuites = List.copyOf(weakCipherSuites);
  }

  @Override
  public boolean anonymousAuthentication() {
    return provenance.known("anonymousAuthentication", anonymousAuthentication);
  }

  @Override
  public boolean webhookAuthentication() {
    return provenance.known("webhookAuthentication", webhookAuthentication);
  }

  @Override
  public String authorizationMode() {
    return provenance.known("authorizationMode", authorizationMode);
  }

  @Override
  public String clientCaFile() {
    return provenance.known("clientCaFile", clientCaFile);
  }

  @Override
  public long readOnlyPort() {
    return provenance.known("readOnlyPort", readOnlyPort);
  }

  @Override
  public String streamingIdleTimeout() {
    return provenance.known("streamingIdleTimeout", streamingIdleTimeout);
  }

  @Override
  public boolean streamingTimesOut() {
    return provenance.known("streamingTimesOut", streamingTimesOut);
  }

  @Override
  public boolean protectKernelDefaults() {
    return provenance.known("protectKernelDefaults", protectKernelDefaults);
  }

  @Override
  public boolean iptablesUtilChains() {
    return provenance.known("iptablesUtilChains", iptablesUtilChains);
  }

  @Override
  public String hostnameOverride() {
    return provenance.known("hostnameOverride", hostnameOverride);
  }

  @Override
  public long eventRecordQps() {
    return provenance.known("eventRecordQps", eventRecordQps);
  }

  @Override
  public boolean servingCertificate() {
    return provenance.known("servingCertificate", servingCertificate);
  }

  @Override
  public boolean rotatesClientCertificate() {
    return provenance.known("rotatesClientCertificate", rotatesClientCertificate);
  }

  @Override
  public boolean rotatesServerCertificate() {
    return provenance.known("rotatesServerCertificate", rotatesServerCertificate);
  }

  @Override
  public List<String> tlsCipherSuites() {
    return provenance.known("tlsCipherSuites", tlsCipherSuites);
  }

  @Override
  public List<String> weakCipherSuites() {
    return provenance.known("weakCipherSuites", weakCipherSuites);
  }

  @Override
  public String tlsMinVersion() {
    return provenance.known("tlsMinVersion", tlsMinVersion);
  }

  @Override
  public long podPidsLimit() {
    return provenance.known("podPidsLimit", podPidsLimit);
  }

  @Override
  public boolean seccompDefault() {
    return provenance.known("seccompDefault", seccompDefault);
  }

  @Override
  public boolean debuggingHandlers() {
    return provenance.known("debuggingHandlers", debuggingHandlers);
  }

  @Override
  public boolean profiling() {
    return provenance.known("profiling", profiling);
  }

  @Override
  public boolean failsOnSwap() {
    return provenance.known("failsOnSwap", failsOnSwap);
  }
}
