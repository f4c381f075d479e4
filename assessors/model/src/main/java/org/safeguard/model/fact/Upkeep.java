package org.safeguard.model.fact;

import java.util.List;
import java.util.Optional;

/// How a workload is kept running: selector, probes, schedule, references, health. What a pod
/// spec allows is in [Workload].
///
/// @param kind as in `Workload`
/// @param namespace as in `Workload`
/// @param name as in `Workload`
/// @param systemComponent as in `Workload`
/// @param ephi as in `Workload`
/// @param selectorMatches whether its selector selects its own pods; true for kinds without
/// @param headlessService whether the service that a stateful set names exists and is headless
/// @param identicalProbes containers whose liveness and readiness probes are the same
/// @param undeclaredProbePorts probes of ports that the container does not declare, as
///     `container: port`
/// @param unnamedPorts container ports without a name, as `container: port`
/// @param repeatedVariables variables set twice, as `container: NAME`
/// @param missingReferences config maps, secrets and claims that it needs and that are not there,
///     as `Kind/name`; unknown where the snapshot cannot tell
/// @param suspended of a cron job
/// @param startingDeadline seconds, of a cron job
/// @param concurrencyPolicy of a cron job: `Allow`, `Forbid` or `Replace`; empty for other kinds
/// @param jobTtl seconds after which a finished job is deleted
/// @param jobOwned whether a cron job or another controller cleans the job up
/// @param jobDeadline seconds after which a job is stopped
/// @param jobFailed whether a job reports that it failed
/// @param wantedPods pods it wants by its own status
/// @param readyPods pods that are ready by its own status
/// @param unhealthyPods pods that wait, fail or restart often, with the reason
/// @param qualityOfService `Guaranteed`, `Burstable` or `BestEffort`
/// @param nodeNamed whether a template names one node outright
/// @param nodeChosen whether a node selector or node affinity chooses nodes
/// @param nodes nodes its pods run on
/// @param neighbours namespaces that are not for ePHI and have pods on those nodes
/// @param mixedWith workloads of its namespace that are designated as not for ePHI, as
///     `Kind/name`
/// @param nearLimit containers that use more than nine tenths of their memory limit, by the
///     captured metrics
/// @param sandboxed whether its runtime class isolates it with a kernel of its own
/// @param exposed whether it can be reached from outside the cluster
/// @param missingLabels recommended labels that it lacks
/// @param provenance where the values were read
public record Upkeep(
    String kind,
    String namespace,
    String name,
    boolean systemComponent,
    String ephi,
    boolean selectorMatches,
    boolean headlessService,
    List<String> identicalProbes,
    List<String> undeclaredProbePorts,
    List<String> unnamedPorts,
    List<String> repeatedVariables,
    List<String> missingReferences,
    boolean suspended,
    Optional<Long> startingDeadline,
    String concurrencyPolicy,
    Optional<Long> jobTtl,
    boolean jobOwned,
    Optional<Long> jobDeadline,
    boolean jobFailed,
    long wantedPods,
    long readyPods,
    List<String> unhealthyPods,
    String qualityOfService,
    boolean nodeNamed,
    boolean nodeChosen,
    List<String> nodes,
    List<String> neighbours,
    List<String> mixedWith,
    List<String> nearLimit,
    boolean sandboxed,
    boolean exposed,
    List<String> missingLabels,
    Provenance provenance)
    implements Fact {

  public Upkeep {
    identicalProbes = List.copyOf(identicalProbes);
    undeclaredProbePorts = List.copyOf(undeclaredProbePorts);
    unnamedPorts = List.copyOf(unnamedPorts);
    repeatedVariables = List.copyOf(repeatedVariables);
    missingReferences = List.copyOf(missingReferences);
    unhealthyPods = List.copyOf(unhealthyPods);
    nodes = List.copyOf(nodes);
    neighbours = List.copyOf(neighbours);
    mixedWith = List.copyOf(mixedWith);
    nearLimit = List.copyOf(nearLimit);
    missingLabels = List.copyOf(missingLabels);
  }

  @Override
  public String ephi() {
    return provenance.known("ephi", ephi);
  }

  @Override
  public boolean selectorMatches() {
    return provenance.known("selectorMatches", selectorMatches);
  }

  @Override
  public boolean headlessService() {
    return provenance.known("headlessService", headlessService);
  }

  @Override
  public List<String> identicalProbes() {
    return provenance.known("identicalProbes", identicalProbes);
  }

  @Override
  public List<String> undeclaredProbePorts() {
    return provenance.known("undeclaredProbePorts", undeclaredProbePorts);
  }

  @Override
  public List<String> unnamedPorts() {
    return provenance.known("unnamedPorts", unnamedPorts);
  }

  @Override
  public List<String> repeatedVariables() {
    return provenance.known("repeatedVariables", repeatedVariables);
  }

  @Override
  public List<String> missingReferences() {
    return provenance.known("missingReferences", missingReferences);
  }

  @Override
  public boolean suspended() {
    return provenance.known("suspended", suspended);
  }

  @Override
  public Optional<Long> startingDeadline() {
    return provenance.known("startingDeadline", startingDeadline);
  }

  @Override
  public String concurrencyPolicy() {
    return provenance.known("concurrencyPolicy", concurrencyPolicy);
  }

  @Override
  public Optional<Long> jobTtl() {
    return provenance.known("jobTtl", jobTtl);
  }

  @Override
  public boolean jobOwned() {
    return provenance.known("jobOwned", jobOwned);
  }

  @Override
  public Optional<Long> jobDeadline() {
    return provenance.known("jobDeadline", jobDeadline);
  }

  @Override
  public boolean jobFailed() {
    return provenance.known("jobFailed", jobFailed);
  }

  @Override
  public long wantedPods() {
    return provenance.known("wantedPods", wantedPods);
  }

  @Override
  public long readyPods() {
    return provenance.known("readyPods", readyPods);
  }

  @Override
  public List<String> unhealthyPods() {
    return provenance.known("unhealthyPods", unhealthyPods);
  }

  @Override
  public String qualityOfService() {
    return provenance.known("qualityOfService", qualityOfService);
  }

  @Override
  public boolean nodeNamed() {
    return provenance.known("nodeNamed", nodeNamed);
  }

  @Override
  public boolean nodeChosen() {
    return provenance.known("nodeChosen", nodeChosen);
  }

  @Override
  public List<String> nodes() {
    return provenance.known("nodes", nodes);
  }

  @Override
  public List<String> neighbours() {
    return provenance.known("neighbours", neighbours);
  }

  @Override
  public List<String> mixedWith() {
    return provenance.known("mixedWith", mixedWith);
  }

  @Override
  public List<String> nearLimit() {
    return provenance.known("nearLimit", nearLimit);
  }

  @Override
  public boolean sandboxed() {
    return provenance.known("sandboxed", sandboxed);
  }

  @Override
  public boolean exposed() {
    return provenance.known("exposed", exposed);
  }

  @Override
  public List<String> missingLabels() {
    return provenance.known("missingLabels", missingLabels);
  }
}
