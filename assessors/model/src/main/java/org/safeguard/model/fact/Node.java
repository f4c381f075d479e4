package org.safeguard.model.fact;

import java.util.List;
import java.util.Map;

/// A node, with what its kubelet reports.
///
/// @param name of the node
/// @param kubeletVersion such as `v1.31.2`
/// @param versionsBehind minor versions of the kubelet behind the API server; negative when ahead
/// @param skewSupported whether the version skew policy covers the kubelet
/// @param kernelVersion as reported
/// @param osImage as reported, such as `Ubuntu 22.04.4 LTS`
/// @param operatingSystem `linux` or `windows`
/// @param osEndOfLife the day on which updates of the operating system end, empty for none
/// @param osSupported whether updates of the operating system were to be had on the day of the
///     capture
/// @param containerOptimised whether the operating system is made to run containers and little
///     else
/// @param architecture such as `amd64`
/// @param runtime `containerd`, `cri-o`, `docker` and the like
/// @param runtimeVersion as reported
/// @param runtimeEndOfLife the day on which updates of the runtime end, empty for none
/// @param runtimeSupported whether updates of the runtime were to be had on the day of the
///     capture
/// @param provider `aws`, `gce`, `azure` and the like by provider id, else empty
/// @param labels labels
/// @param taints `key=value:Effect`
/// @param controlPlane whether it says that it is of the control plane
/// @param takesWorkloads whether ordinary pods may be scheduled: no taint keeps all of them off
/// @param cordoned `spec.unschedulable`
/// @param ready whether the condition Ready is true
/// @param pressures conditions that speak of trouble, such as `DiskPressure`
/// @param externalAddresses addresses of the type ExternalIP
/// @param zone by label, else empty
/// @param createdAt RFC 3339, empty when not known
/// @param untoleratedTaints taints that no captured workload tolerates
/// @param provenance where the values were read
public record Node(
    String name,
    String kubeletVersion,
    long versionsBehind,
    boolean skewSupported,
    String kernelVersion,
    String osImage,
    String operatingSystem,
    String osEndOfLife,
    boolean osSupported,
    boolean containerOptimised,
    String architecture,
    String runtime,
    String runtimeVersion,
    String runtimeEndOfLife,
    boolean runtimeSupported,
    String provider,
    Map<String, String> labels,
    List<String> taints,
    boolean controlPlane,
    boolean takesWorkloads,
    boolean cordoned,
    boolean ready,
    List<String> pressures,
    List<String> externalAddresses,
    String zone,
    String createdAt,
    List<String> untoleratedTaints,
    Provenance provenance)
    implements Fact {

  public Node {
    taints = List.copyOf(taints);
    pressures = List.copyOf(pressures);
    externalAddresses = List.copyOf(externalAddresses);
    untoleratedTaints = List.copyOf(untoleratedTaints);
    labels = Map.copyOf(labels);
  }

  @Override
  public String kubeletVersion() {
    return provenance.known("kubeletVersion", kubeletVersion);
  }

  @Override
  public long versionsBehind() {
    return provenance.known("versionsBehind", versionsBehind);
  }

  @Override
  public boolean skewSupported() {
    return provenance.known("skewSupported", skewSupported);
  }

  @Override
  public String kernelVersion() {
    return provenance.known("kernelVersion", kernelVersion);
  }

  @Override
  public String osImage() {
    return provenance.known("osImage", osImage);
  }

  @Override
  public String operatingSystem() {
    return provenance.known("operatingSystem", operatingSystem);
  }

  @Override
  public String osEndOfLife() {
    return provenance.known("osEndOfLife", osEndOfLife);
  }

  @Override
  public boolean osSupported() {
    return provenance.known("osSupported", osSupported);
  }

  @Override
  public boolean containerOptimised() {
    return provenance.known("containerOptimised", containerOptimised);
  }

  @Override
  public String architecture() {
    return provenance.known("architecture", architecture);
  }

  @Override
  public String runtime() {
    return provenance.known("runtime", runtime);
  }

  @Override
  public String runtimeVersion() {
    return provenance.known("runtimeVersion", runtimeVersion);
  }

  @Override
  public String runtimeEndOfLife() {
    return provenance.known("runtimeEndOfLife", runtimeEndOfLife);
  }

  @Override
  public boolean runtimeSupported() {
    return provenance.known("runtimeSupported", runtimeSupported);
  }

  @Override
  public String provider() {
    return provenance.known("provider", provider);
  }

  @Override
  public Map<String, String> labels() {
    return provenance.known("labels", labels);
  }

  @Override
  public List<String> taints() {
    return provenance.known("taints", taints);
  }

  @Override
  public boolean controlPlane() {
    return provenance.known("controlPlane", controlPlane);
  }

  @Override
  public boolean takesWorkloads() {
    return provenance.known("takesWorkloads", takesWorkloads);
  }

  @Override
  public boolean cordoned() {
    return provenance.known("cordoned", cordoned);
  }

  @Override
  public boolean ready() {
    return provenance.known("ready", ready);
  }

  @Override
  public List<String> pressures() {
    return provenance.known("pressures", pressures);
  }

  @Override
  public List<String> externalAddresses() {
    return provenance.known("externalAddresses", externalAddresses);
  }

  @Override
  public String zone() {
    return provenance.known("zone", zone);
  }

  @Override
  public String createdAt() {
    return provenance.known("createdAt", createdAt);
  }

  @Override
  public List<String> untoleratedTaints() {
    return provenance.known("untoleratedTaints", untoleratedTaints);
  }
}
