package org.safeguard.model.fact;

import java.util.List;
import java.util.Optional;

/// A container of a pod template: regular, init, sidecar or ephemeral, with effective security
/// settings (container before pod before the Kubernetes default).
///
/// @param name the container
/// @param type `container`, `init`, `sidecar` (an init container that restarts always) or
///     `ephemeral`
/// @param image what it runs
/// @param imagePullPolicy effective: `Always`, `IfNotPresent` or `Never`
/// @param privileged `securityContext.privileged`
/// @param allowPrivilegeEscalation effective; true by default, and whenever privileged or
///     `CAP_SYS_ADMIN` is added
/// @param runAsNonRoot effective; false by default
/// @param runAsUser effective user id, empty when the image decides
/// @param runAsGroup effective group id, empty when the image decides
/// @param readOnlyRootFilesystem effective; false by default
/// @param capabilitiesAdded upper case without `CAP_`
/// @param capabilitiesDropped upper case without `CAP_`
/// @param seccompProfile effective: `RuntimeDefault`, `Localhost`, `Unconfined`, or empty when
///     not set (also from the old annotations)
/// @param appArmorProfile effective: `RuntimeDefault`, `Localhost`, `Unconfined`, or empty when
///     not set (field or annotation)
/// @param seLinuxType effective, empty when not set
/// @param seLinuxUser effective, empty when not set
/// @param seLinuxRole effective, empty when not set
/// @param procMount `Default` or `Unmasked`
/// @param windowsHostProcess effective
/// @param ports declared ports
/// @param environment variables by `env`
/// @param environmentSources variables by `envFrom`
/// @param mounts mounted volumes
/// @param command as written
/// @param arguments as written
/// @param credentialInArguments whether command or arguments hold what looks like a credential
/// @param cpuRequest effective quantity (a limit implies the request), empty when not set
/// @param memoryRequest effective quantity, empty when not set
/// @param cpuLimit quantity, empty when not set
/// @param memoryLimit quantity, empty when not set
/// @param ephemeralStorageLimit quantity, empty when not set
/// @param livenessProbe whether there is one
/// @param readinessProbe whether there is one
/// @param startupProbe whether there is one
/// @param probeHosts hosts that probes and lifecycle handlers name explicitly
/// @param probeCommands the command line of each probe that runs one
/// @param securityContext whether the container has a security context of its own that sets
///     something
/// @param windowsUser effective `windowsOptions.runAsUserName`, empty when the image decides
/// @param imageBytes how large nodes say the image is; unknown where none does
/// @param provenance where the values were read
public record Container(
    String name,
    String type,
    Image image,
    String imagePullPolicy,
    boolean privileged,
    boolean allowPrivilegeEscalation,
    boolean runAsNonRoot,
    Optional<Long> runAsUser,
    Optional<Long> runAsGroup,
    boolean readOnlyRootFilesystem,
    List<String> capabilitiesAdded,
    List<String> capabilitiesDropped,
    String seccompProfile,
    String appArmorProfile,
    String seLinuxType,
    String seLinuxUser,
    String seLinuxRole,
    String procMount,
    boolean windowsHostProcess,
    List<Port> ports,
    List<EnvironmentVariable> environment,
    List<EnvironmentSource> environmentSources,
    List<Mount> mounts,
    List<String> command,
    List<String> arguments,
    boolean credentialInArguments,
    String cpuRequest,
    String memoryRequest,
    String cpuLimit,
    String memoryLimit,
    String ephemeralStorageLimit,
    boolean livenessProbe,
    boolean readinessProbe,
    boolean startupProbe,
    List<String> probeHosts,
    List<String> probeCommands,
    boolean securityContext,
    String windowsUser,
    Optional<Long> imageBytes,
    Provenance provenance)
    implements Fact {

  public Container {
    capabilitiesAdded = List.copyOf(capabilitiesAdded);
    capabilitiesDropped = List.copyOf(capabilitiesDropped);
    ports = List.copyOf(ports);
    environment = List.copyOf(environment);
    environmentSources = List.copyOf(environmentSources);
    mounts = List.copyOf(mounts);
    command = List.copyOf(command);
    arguments = List.copyOf(arguments);
    probeHosts = List.copyOf(probeHosts);
    probeCommands = List.copyOf(probeCommands);
  }

  @Override
  public Image image() {
    return provenance.known("image", image);
  }

  @Override
  public String imagePullPolicy() {
    return provenance.known("imagePullPolicy", imagePullPolicy);
  }

  @Override
  public boolean privileged() {
    return provenance.known("privileged", privileged);
  }

  @Override
  public boolean allowPrivilegeEscalation() {
    return provenance.known("allowPrivilegeEscalation", allowPrivilegeEscalation);
  }

  @Override
  public boolean runAsNonRoot() {
    return provenance.known("runAsNonRoot", runAsNonRoot);
  }

  @Override
  public Optional<Long> runAsUser() {
    return provenance.known("runAsUser", runAsUser);
  }

  @Override
  public Optional<Long> runAsGroup() {
    return provenance.known("runAsGroup", runAsGroup);
  }

  @Override
  public boolean readOnlyRootFilesystem() {
    return provenance.known("readOnlyRootFilesystem", readOnlyRootFilesystem);
  }

  @Override
  public List<String> capabilitiesAdded() {
    return provenance.known("capabilitiesAdded", capabilitiesAdded);
  }

  @Override
  public List<String> capabilitiesDropped() {
    return provenance.known("capabilitiesDropped", capabilitiesDropped);
  }

  @Override
  public String seccompProfile() {
    return provenance.known("seccompProfile", seccompProfile);
  }

  @Override
  public String appArmorProfile() {
    return provenance.known("appArmorProfile", appArmorProfile);
  }

  @Override
  public String seLinuxType() {
    return provenance.known("seLinuxType", seLinuxType);
  }

  @Override
  public String seLinuxUser() {
    return provenance.known("seLinuxUser", seLinuxUser);
  }

  @Override
  public String seLinuxRole() {
    return provenance.known("seLinuxRole", seLinuxRole);
  }

  @Override
  public String procMount() {
    return provenance.known("procMount", procMount);
  }

  @Override
  public boolean windowsHostProcess() {
    return provenance.known("windowsHostProcess", windowsHostProcess);
  }

  @Override
  public List<Port> ports() {
    return provenance.known("ports", ports);
  }

  @Override
  public List<EnvironmentVariable> environment() {
    return provenance.known("environment", environment);
  }

  @Override
  public List<EnvironmentSource> environmentSources() {
    return provenance.known("environmentSources", environmentSources);
  }

  @Override
  public List<Mount> mounts() {
    return provenance.known("mounts", mounts);
  }

  @Override
  public List<String> command() {
    return provenance.known("command", command);
  }

  @Override
  public List<String> arguments() {
    return provenance.known("arguments", arguments);
  }

  @Override
  public boolean credentialInArguments() {
    return provenance.known("credentialInArguments", credentialInArguments);
  }

  @Override
  public String cpuRequest() {
    return provenance.known("cpuRequest", cpuRequest);
  }

  @Override
  public String memoryRequest() {
    return provenance.known("memoryRequest", memoryRequest);
  }

  @Override
  public String cpuLimit() {
    return provenance.known("cpuLimit", cpuLimit);
  }

  @Override
  public String memoryLimit() {
    return provenance.known("memoryLimit", memoryLimit);
  }

  @Override
  public String ephemeralStorageLimit() {
    return provenance.known("ephemeralStorageLimit", ephemeralStorageLimit);
  }

  @Override
  public boolean livenessProbe() {
    return provenance.known("livenessProbe", livenessProbe);
  }

  @Override
  public boolean readinessProbe() {
    return provenance.known("readinessProbe", readinessProbe);
  }

  @Override
  public boolean startupProbe() {
    return provenance.known("startupProbe", startupProbe);
  }

  @Override
  public List<String> probeHosts() {
    return provenance.known("probeHosts", probeHosts);
  }

  @Override
  public List<String> probeCommands() {
    return provenance.known("probeCommands", probeCommands);
  }

  @Override
  public boolean securityContext() {
    return provenance.known("securityContext", securityContext);
  }

  @Override
  public String windowsUser() {
    return provenance.known("windowsUser", windowsUser);
  }

  @Override
  public Optional<Long> imageBytes() {
    return provenance.known("imageBytes", imageBytes);
  }
}
