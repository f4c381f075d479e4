package org.safeguard.kubernetes;

import java.util.List;
import java.util.Map;
import org.safeguard.access.Access;
import org.safeguard.access.IdentityFacts;
import org.safeguard.admission.AdmissionFacts;
import org.safeguard.controlplane.ControlPlaneFacts;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.Workload;
import org.safeguard.model.risk.Scope;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.network.ReachabilityFacts;
import org.safeguard.nodes.NodeFacts;
import org.safeguard.objects.AddedFacts;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.FactSource;
import org.safeguard.objects.PodTemplate;
import org.safeguard.podsecurity.PodSecurityFacts;
import org.safeguard.tools.ToolFacts;

/// Turns the objects of a snapshot into facts with effective values, each of which knows where it
/// was read, or why it is unknown.
///
/// Defaults are those that Kubernetes applies, those of a `LimitRange` included; what an admission
/// webhook would change is not applied. A fact that needs a type which the snapshot does not know
/// whole is unknown, as is a value that is redacted or of the wrong type.
public final class KubernetesFacts {

  /// Each may read what those before it found.
  private static final List<FactSource> SOURCES =
      List.of(
          new PodSecurityFacts(),
          new ControlPlaneFacts(),
          new NodeFacts(),
          new AdmissionFacts(),
          new ToolFacts(),
          new IdentityFacts(),
          new ReachabilityFacts());

  private KubernetesFacts() {}

  /// The facts of a snapshot. They do not depend on the order of its objects.
  ///
  /// @param scope what people said about ePHI; it wins over labels
  public static Facts of(Snapshot snapshot, Scope scope) {
    ClusterObjects objects = new ClusterObjects(snapshot);
    Facts facts = basics(snapshot, objects, scope);
    for (FactSource source : SOURCES) {
      AddedFacts added = source.facts(snapshot, objects, facts);
      facts = facts.and(added.facts(), added.gaps());
    }
    return facts;
  }

  /// Only the facts that the other sources build on: workloads, and what lies beside them.
  ///
  /// @param objects the objects of the same snapshot
  public static Facts basics(Snapshot snapshot, ClusterObjects objects, Scope scope) {
    Owners owners = new Owners(objects);
    List<PodTemplate> templates = owners.workloads();
    Designations designations = new Designations(scope, objects);
    Access access = new Access(objects);
    AccessFacts accessFacts = new AccessFacts(objects, access);
    NetworkPolicyFacts policies = new NetworkPolicyFacts(objects, templates);
    IngressViews ingresses = new IngressViews(objects);
    ServiceFacts services = new ServiceFacts(objects, templates, designations, ingresses);
    StoredFacts stored = new StoredFacts(objects, new Users(templates), snapshot.capturedAt());
    List<Workload> workloads =
        new WorkloadFacts(objects, owners, access, designations, policies, services).facts();
    return FactGaps.noted(
        objects.coverages(),
        new Facts(
            ClusterFact.of(snapshot, objects, workloads),
            workloads,
            new NamespaceFacts(objects, templates, designations, policies).facts(),
            new ServiceAccountFacts(objects, access, workloads).facts(),
            accessFacts.roles(),
            accessFacts.bindings(),
            services.facts(),
            new IngressFacts(ingresses, services).facts(),
            policies.facts(),
            stored.secrets(),
            stored.configMaps(),
            List.of(),
            Map.of()));
  }
}
