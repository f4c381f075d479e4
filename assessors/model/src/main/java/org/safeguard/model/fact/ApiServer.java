package org.safeguard.model.fact;

import java.util.List;

/// What an API server does, concluded from its flags, its configuration files, and where these
/// cannot be seen from its metrics.
///
/// @param anonymousAccess whether it takes requests without any identity
/// @param anonymousPaths the only paths it takes them for; empty for every path
/// @param signIn how people and programs prove who they are, such as `client-certificate`, `oidc`,
///     `webhook`, `static-token`, `basic`, `service-account`, `bootstrap-token`
/// @param authorizers in the order they are asked, such as `Node`, `RBAC`
/// @param admissionPlugins the plug-ins of Kubernetes and those that are named, on or off
/// @param auditBackends `log` and `webhook`
/// @param audited whether it records requests: a backend and a policy, or events it has counted
/// @param auditLevels what its audit policy does with some telling requests
/// @param encryptionConfigured whether it is given an encryption configuration
/// @param encryptionProviders for secrets, the one that writes first, such as `kms-v2`,
///     `secretbox`, `identity`
/// @param plaintextPort whether it serves the API without TLS
/// @param provenance where the values were read
public record ApiServer(
    boolean anonymousAccess,
    List<String> anonymousPaths,
    List<String> signIn,
    List<String> authorizers,
    List<AdmissionPlugin> admissionPlugins,
    List<String> auditBackends,
    boolean audited,
    List<AuditLevel> auditLevels,
    boolean encryptionConfigured,
    List<String> encryptionProviders,
    boolean plaintextPort,
    Provenance provenance)
    implements Traced {

  public ApiServer {
    anonymousPaths = List.copyOf(anonymousPaths);
    signIn = List.copyOf(signIn);
    authorizers = List.copyOf(authorizers);
    admissionPlugins = List.copyOf(admissionPlugins);
    auditBackends = List.copyOf(auditBackends);
    auditLevels = List.copyOf(auditLevels);
    encryptionProviders = List.copyOf(encryptionProviders);
  }

  @Override
  public boolean anonymousAccess() {
    return provenance.known("anonymousAccess", anonymousAccess);
  }

  @Override
  public List<String> anonymousPaths() {
    return provenance.known("anonymousPaths", anonymousPaths);
  }

  @Override
  public List<String> signIn() {
    return provenance.known("signIn", signIn);
  }

  @Override
  public List<String> authorizers() {
    return provenance.known("authorizers", authorizers);
  }

  @Override
  public List<AdmissionPlugin> admissionPlugins() {
    return provenance.known("admissionPlugins", admissionPlugins);
  }

  @Override
  public List<String> auditBackends() {
    return provenance.known("auditBackends", auditBackends);
  }

  @Override
  public boolean audited() {
    return provenance.known("audited", audited);
  }

  @Override
  public List<AuditLevel> auditLevels() {
    return provenance.known("auditLevels", auditLevels);
  }

  @Override
  public boolean encryptionConfigured() {
    return provenance.known("encryptionConfigured", encryptionConfigured);
  }

  @Override
  public List<String> encryptionProviders() {
    return provenance.known("encryptionProviders", encryptionProviders);
  }

  @Override
  public boolean plaintextPort() {
    return provenance.known("plaintextPort", plaintextPort);
  }
}
