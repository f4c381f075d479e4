package org.safeguard.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.Namespace;
import org.safeguard.model.fact.Reading;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.ClusterObjects;

/// Whether a namespace takes pods that reach their node: privileged ones, or with its directories.
final class PodGuard {

  private static final List<ResourceType> OTHERS =
      List.of(
          new ResourceType("admissionregistration.k8s.io", "ValidatingAdmissionPolicy"),
          new ResourceType("security.openshift.io", "SecurityContextConstraints"),
          new ResourceType("policy", "PodSecurityPolicy"));
  private static final ResourceType WEBHOOKS =
      new ResourceType("admissionregistration.k8s.io", "ValidatingWebhookConfiguration");

  /// What a namespace does with such a pod.
  ///
  /// @param refused whether Pod Security admission refuses it
  /// @param doubt why it may be refused by something else
  /// @param evidence where the namespace says so
  record Answer(boolean refused, Optional<Cause> doubt, List<Reading> evidence) {}

  private final ClusterObjects objects;
  private final Map<String, Namespace> namespaces = new HashMap<>();
  private final Optional<Cause> others;

  PodGuard(ClusterObjects objects, Facts known) {
    this.objects = objects;
    known.namespaces().forEach(namespace -> namespaces.put(namespace.name(), namespace));
    this.others = others();
  }

  Answer answer(String namespace) {
    Namespace known = namespaces.get(namespace);
    if (known == null) {
      return new Answer(false, Optional.of(missing(namespace)), List.of());
    }
    Cause unreadable = known.provenance().unknown().get("enforceLevel");
    if (unreadable != null) {
      return new Answer(false, Optional.of(unreadable), List.of());
    }
    List<Reading> evidence = known.provenance().readings("enforceLevel");
    return switch (known.enforceLevel()) {
      case "baseline", "restricted" -> new Answer(true, Optional.empty(), evidence);
      default -> new Answer(false, others, evidence);
    };
  }

  /// Why something other than the labels of namespaces may refuse such a pod.
  Optional<Cause> elsewhere() {
    return others;
  }

  /// Other guards are judged by rules of their own; here it is enough that there may be one.
  private Optional<Cause> others() {
    for (ResourceType type : OTHERS) {
      if (!objects.of(type).isEmpty()) {
        return engine(objects.of(type).getFirst().kind());
      }
    }
    if (!objects.of(WEBHOOKS).isEmpty()) {
      return engine("ValidatingWebhookConfiguration");
    }
    return objects.coverages().gap(WEBHOOKS);
  }

  private static Optional<Cause> engine(String kind) {
    return Optional.of(
        new Cause(
            Cause.Code.UNRESOLVED,
            "a "
                + kind
                + " may refuse privileged pods; try one with a dry run, or enforce the baseline"
                + " level on the namespace"));
  }

  private Cause missing(String namespace) {
    return objects
        .coverages()
        .gap(new ResourceType("", "Namespace"))
        .orElseGet(
            () ->
                new Cause(
                    Cause.Code.UNRESOLVED,
                    "namespace " + namespace + " is not in this snapshot; capture it"));
  }
}
