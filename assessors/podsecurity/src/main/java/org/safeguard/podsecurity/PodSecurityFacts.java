package org.safeguard.podsecurity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Fact;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.PodSecurity;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.objects.AddedFacts;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.FactSource;

/// What Pod Security admission says of the workloads and namespaces of a snapshot.
public final class PodSecurityFacts implements FactSource {

  @Override
  public AddedFacts facts(Snapshot snapshot, ClusterObjects objects, Facts known) {
    String version = known.cluster().kubernetesVersion();
    ClusterPolicy cluster = ClusterPolicy.of(objects, version);
    Judge judge = new Judge(PolicyVersion.ofCluster(version));
    List<PodSecurity> workloads =
        new WorkloadSecurity(objects, cluster, judge).facts(known.workloads());
    List<Fact> facts = new ArrayList<>(workloads);
    facts.addAll(
        new NamespaceSecurity(objects, cluster, judge, workloads).facts(known.namespaces()));
    Map<String, Cause> gaps = new HashMap<>();
    gap(known, "Workload").ifPresent(cause -> gaps.put("PodSecurity", cause));
    gap(known, "Namespace").ifPresent(cause -> gaps.put("NamespacePodSecurity", cause));
    return new AddedFacts(facts, gaps);
  }

  private static Optional<Cause> gap(Facts known, String kind) {
    return Optional.ofNullable(known.gaps().get(kind));
  }
}
