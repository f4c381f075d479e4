package org.safeguard.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.Namespace;
import org.safeguard.model.fact.UnknownEvidenceException;
import org.safeguard.model.fact.Workload;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;

/// The namespaces of a snapshot, and whether they hold ePHI: by their own designation, or by that
/// of a workload in them.
final class NamespaceViews {

  private static final Set<String> WITHOUT = Set.of("none", "unknown", "");

  private NamespaceViews() {}

  static Map<String, NamespaceView> of(ClusterObjects objects, Facts known) {
    Map<String, List<Workload>> workloads = new TreeMap<>();
    for (Workload workload : known.workloads()) {
      workloads.computeIfAbsent(workload.namespace(), _ -> new ArrayList<>()).add(workload);
    }
    Map<String, NamespaceView> views = new TreeMap<>();
    for (Namespace namespace : known.namespaces()) {
      Place place = objects.place(namespace.provenance().resource());
      Judgement ephi = ephi(namespace, workloads.getOrDefault(namespace.name(), List.of()));
      views.put(
          namespace.name(),
          new NamespaceView(namespace.name(), place, namespace.systemNamespace(), ephi));
    }
    return views;
  }

  private static Judgement ephi(Namespace namespace, List<Workload> workloads) {
    Judgement found = designation(namespace::ephi);
    for (Workload workload : workloads) {
      found = found.or(() -> designation(workload::ephi));
    }
    return found;
  }

  private static Judgement designation(java.util.function.Supplier<String> read) {
    try {
      String designation = read.get();
      return WITHOUT.contains(designation) ? Judgement.no(designation) : Judgement.YES;
    } catch (UnknownEvidenceException e) {
      return new Judgement.Unknown(e.evidenceCause());
    }
  }
}
