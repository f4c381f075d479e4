package org.safeguard.rules;

import java.util.Map;
import org.safeguard.model.fact.AdmissionWebhook;
import org.safeguard.model.fact.Cluster;
import org.safeguard.model.fact.Container;
import org.safeguard.model.fact.Enforcement;
import org.safeguard.model.fact.Fact;
import org.safeguard.model.fact.Ingress;
import org.safeguard.model.fact.Namespace;
import org.safeguard.model.fact.PersistentVolume;
import org.safeguard.model.fact.Service;
import org.safeguard.model.fact.UnknownEvidenceException;
import org.safeguard.model.fact.Upkeep;
import org.safeguard.model.fact.VolumeClaim;
import org.safeguard.model.fact.Workload;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.verdict.AssessedSubject;
import org.safeguard.model.verdict.ObjectReference;

/// A fact that rules are to judge, with all they may read.
///
/// @param fact what is judged
/// @param variables the values of the rule's variables but for `object`
/// @param subject how verdicts name it
/// @param content numbers for the values of the components that rules of its kind read; equal
///     numbers mean equal values
record Candidate(Fact fact, Map<String, Fact> variables, AssessedSubject subject, int[] content) {

  /// How verdicts name the cluster as a whole.
  static final ObjectReference CLUSTER =
      new ObjectReference("", "Cluster", "", "cluster", null, null);

  private static final String UNKNOWN = "unknown";

  Resource resource() {
    return fact.provenance().resource();
  }

  static AssessedSubject subject(Fact fact, Map<String, Fact> variables) {
    String container = partName(fact);
    Fact owner = variables.getOrDefault(FactKind.WORKLOAD.variable(), fact);
    ObjectReference object =
        fact instanceof Cluster ? CLUSTER : reference(fact.provenance().resource());
    return new AssessedSubject(object, container, ephi(owner));
  }

  /// The part of an object that is judged by itself: a container, or one of several webhooks.
  private static String partName(Fact fact) {
    return switch (fact) {
      case Container container -> container.name();
      case AdmissionWebhook webhook -> webhook.name();
      default -> "";
    };
  }

  static ObjectReference reference(Resource resource) {
    return new ObjectReference(
        resource.apiVersion(),
        resource.kind(),
        resource.effectiveNamespace(),
        resource.name(),
        resource.uid(),
        resource.resourceVersion());
  }

  private static String ephi(Fact fact) {
    try {
      return switch (fact) {
        case Workload workload -> workload.ephi();
        case Namespace namespace -> namespace.ephi();
        case Service service -> service.ephi();
        case Ingress ingress -> ingress.ephi();
        case Upkeep upkeep -> upkeep.ephi();
        case VolumeClaim claim -> claim.ephi();
        case PersistentVolume volume -> volume.ephi();
        case Enforcement enforcement -> enforcement.ephi();
        default -> UNKNOWN;
      };
    } catch (UnknownEvidenceException e) {
      return UNKNOWN; // that nobody knows is the answer here
    }
  }
}
