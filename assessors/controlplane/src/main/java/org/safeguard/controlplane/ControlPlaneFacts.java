package org.safeguard.controlplane;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safeguard.model.fact.BenchmarkResult;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.CloudCluster;
import org.safeguard.model.fact.ControlPlaneComponent;
import org.safeguard.model.fact.Fact;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.objects.AddedFacts;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.FactSource;

/// The control plane: flags, configuration files, benchmark reports and cloud descriptions.
public final class ControlPlaneFacts implements FactSource {

  @Override
  public AddedFacts facts(Snapshot snapshot, ClusterObjects objects, Facts known) {
    Resource whole = known.cluster().provenance().resource();
    Platform platform = new Platform(snapshot, objects);
    Benchmarks benchmarks = new Benchmarks(objects, whole);
    List<ControlPlaneComponent> components =
        new ControlPlaneComponents(snapshot, objects, platform, whole).facts();
    List<BenchmarkResult> results = benchmarks.facts();
    List<CloudCluster> clusters = CloudClusters.in(objects);
    Map<String, Cause> gaps = new HashMap<>();
    if (components.isEmpty()) {
      gaps.put("ControlPlaneComponent", platform.unseen("the control plane"));
    }
    platform.cutOff().ifPresent(cause -> gaps.putIfAbsent("ControlPlaneComponent", cause));
    benchmarks.gap().ifPresent(cause -> gaps.put("BenchmarkResult", cause));
    CloudClusters.gap(platform, clusters).ifPresent(cause -> gaps.put("CloudCluster", cause));
    List<Fact> facts = new ArrayList<>(components);
    facts.addAll(results);
    facts.addAll(clusters);
    return new AddedFacts(facts, gaps);
  }
}
