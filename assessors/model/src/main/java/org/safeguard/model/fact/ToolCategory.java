package org.safeguard.model.fact;

/// Which kinds of products that a cluster needs were found in it.
///
/// @param name of the cluster
/// @param runtimeDetection runtime detection
/// @param runtimeResponse products that act on what runtime detection finds
/// @param logShipping log shippers
/// @param monitoring monitoring
/// @param alerting products that route alerts to people
/// @param mesh service meshes
/// @param networkPlugin network plugins
/// @param secretManager secret managers and injectors
/// @param gitOps GitOps controllers
/// @param backup backup products
/// @param certificateManager certificate managers
/// @param imageScanner scanners of images and configuration
/// @param policyEngine policy engines
/// @param pipeline runners of CI/CD systems
/// @param dashboard administration consoles
/// @param trafficEncrypted whether a mesh or the network plugin encrypts traffic between workloads;
///     unknown where the snapshot cannot tell
/// @param provenance where the values were read
public record ToolCategory(
    String name,
    ToolPresence runtimeDetection,
    ToolPresence runtimeResponse,
    ToolPresence logShipping,
    ToolPresence monitoring,
    ToolPresence alerting,
    ToolPresence mesh,
    ToolPresence networkPlugin,
    ToolPresence secretManager,
    ToolPresence gitOps,
    ToolPresence backup,
    ToolPresence certificateManager,
    ToolPresence imageScanner,
    ToolPresence policyEngine,
    ToolPresence pipeline,
    ToolPresence dashboard,
    boolean trafficEncrypted,
    Provenance provenance)
    implements Fact {

  @Override
  public ToolPresence runtimeDetection() {
    return provenance.known("runtimeDetection", runtimeDetection);
  }

  @Override
  public ToolPresence runtimeResponse() {
    return provenance.known("runtimeResponse", runtimeResponse);
  }

  @Override
  public ToolPresence logShipping() {
    return provenance.known("logShipping", logShipping);
  }

  @Override
  public ToolPresence monitoring() {
    return provenance.known("monitoring", monitoring);
  }

  @Override
  public ToolPresence alerting() {
    return provenance.known("alerting", alerting);
  }

  @Override
  public ToolPresence mesh() {
    return provenance.known("mesh", mesh);
  }

  @Override
  public ToolPresence networkPlugin() {
    return provenance.known("networkPlugin", networkPlugin);
  }

  @Override
  public ToolPresence secretManager() {
    return provenance.known("secretManager", secretManager);
  }

  @Override
  public ToolPresence gitOps() {
    return provenance.known("gitOps", gitOps);
  }

  @Override
  public ToolPresence backup() {
    return provenance.known("backup", backup);
  }

  @Override
  public ToolPresence certificateManager() {
    return provenance.known("certificateManager", certificateManager);
  }

  @Override
  public ToolPresence imageScanner() {
    return provenance.known("imageScanner", imageScanner);
  }

  @Override
  public ToolPresence policyEngine() {
    return provenance.known("policyEngine", policyEngine);
  }

  @Override
  public ToolPresence pipeline() {
    return provenance.known("pipeline", pipeline);
  }

  @Override
  public ToolPresence dashboard() {
    return provenance.known("dashboard", dashboard);
  }

  @Override
  public boolean trafficEncrypted() {
    return provenance.known("trafficEncrypted", trafficEncrypted);
  }
}
