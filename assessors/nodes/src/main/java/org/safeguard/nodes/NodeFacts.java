package org.safeguard.nodes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.safeguard.model.fact.ApiUse;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Fact;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.Node;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.objects.AddedFacts;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.FactSource;
import org.safeguard.objects.Types;

/// Kubelets, nodes, versions, storage, and how workloads are kept running.
public final class NodeFacts implements FactSource {

  @Override
  public AddedFacts facts(Snapshot snapshot, ClusterObjects objects, Facts known) {
    List<Fact> facts = new ArrayList<>();
    Map<String, Cause> gaps = new HashMap<>();
    Lifecycles lifecycles = new Lifecycles();
    CaptureDay day = new CaptureDay(snapshot, objects);
    KubeletFacts kubelets = new KubeletFacts(objects);
    facts.addAll(kubelets.facts());
    kubelets.gap().ifPresent(gap -> gaps.put("Kubelet", gap));
    List<Node> nodes = new NodeReports(objects, known, lifecycles, day).facts();
    facts.addAll(nodes);
    KindGaps.note(gaps, "Node", nodes, objects.coverages(), Kinds.NODE);
    List<ApiUse> uses = new ApiUses(objects, known.cluster()).facts();
    facts.addAll(uses);
    KindGaps.note(gaps, "ApiUse", uses, objects.coverages(), Types.POD);
    Mounts mounts = new Mounts(objects, known.workloads());
    facts.addAll(new StorageFacts(objects, mounts).facts(gaps));
    facts.add(new ReleaseFacts(objects, known, nodes, lifecycles, day).fact());
    facts.addAll(new AutoscalerFacts(objects, known.workloads()).facts(gaps));
    facts.addAll(new BudgetFacts(objects, known.workloads()).facts(gaps));
    facts.addAll(new QuotaFacts(objects).facts(gaps));
    facts.addAll(new UpkeepFacts(objects, known).facts());
    if (known.gaps().containsKey("Workload")) {
      gaps.put("Upkeep", known.gaps().get("Workload"));
    }
    facts.addAll(new ReferenceFacts(objects, known).facts(gaps));
    facts.addAll(new ServiceTargets(objects, known).facts(gaps));
    return new AddedFacts(facts, gaps);
  }
}
