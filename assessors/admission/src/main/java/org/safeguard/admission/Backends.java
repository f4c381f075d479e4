package org.safeguard.admission;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;
import org.safeguard.objects.ClusterObjects;
import org.safeguard.objects.Place;
import org.safeguard.objects.PodTemplate;
import org.safeguard.objects.TemplateKind;
import org.safeguard.objects.Types;

/// Whether what a webhook is to call is there.
///
/// @param objects the objects of the snapshot
record Backends(ClusterObjects objects) {

  private static final List<TemplateKind> SERVING =
      List.of(
          TemplateKind.DEPLOYMENT,
          TemplateKind.STATEFUL_SET,
          TemplateKind.DAEMON_SET,
          TemplateKind.REPLICA_SET,
          TemplateKind.POD);

  /// Whether a service, and a workload behind it, are there and not known to be down.
  Judgement serves(Place reference) {
    String namespace = reference.at("namespace").text().orElse("");
    String name = reference.at("name").text().orElse("");
    String shown = namespace + "/" + name;
    Optional<Resource> service = objects.find(Types.SERVICE, namespace, name);
    if (service.isEmpty()) {
      return missing(Types.SERVICE, "the service " + shown + " does not exist");
    }
    Place spec = objects.place(service.get()).at("spec");
    Optional<Map<String, String>> selector =
        Optional.of(spec.at("selector").textMap().orElse(Map.of()));
    if (selector.get().isEmpty()) {
      return Judgement.unresolved(
          "the service " + shown + " has no selector; look whether it has endpoints");
    }
    return workload(namespace, selector.get(), shown);
  }

  private Judgement workload(String namespace, Map<String, String> selector, String shown) {
    Judgement found = null;
    for (TemplateKind kind : SERVING) {
      for (ResourceType type : kind.types()) {
        for (Place place : objects.placesOf(type)) {
          PodTemplate template = PodTemplate.of(kind, place);
          if (template.namespace().equals(namespace)
              && template
                  .podLabels()
                  .orElse(Map.of())
                  .entrySet()
                  .containsAll(selector.entrySet())) {
            Judgement ready = ready(kind, place);
            if (ready.isYes()) {
              return ready;
            }
            found = found == null ? ready : found.or(() -> ready);
          }
        }
      }
    }
    if (found != null) {
      return found;
    }
    Optional<Cause> gap = objects.workloadGap();
    return gap.isPresent()
        ? new Judgement.Unknown(gap.get())
        : Judgement.no("nothing runs behind the service " + shown);
  }

  private static Judgement ready(TemplateKind kind, Place place) {
    Place status = place.at("status");
    String what = place.resource().kind() + "/" + place.resource().name();
    if (!status.isSet()) {
      return Judgement.unresolved(
          "whether " + what + " runs is not in the snapshot; capture the cluster itself");
    }
    boolean up =
        switch (kind) {
          case POD ->
              status.at("conditions").objects().orElse(List.of()).stream()
                  .anyMatch(
                      condition ->
                          condition.at("type").text().orElse("").equals("Ready")
                              && condition.at("status").text().orElse("").equals("True"));
          case DAEMON_SET -> status.at("numberReady").number().orElse(0L) > 0;
          default -> status.at("readyReplicas").number().orElse(0L) > 0;
        };
    return up ? Judgement.YES : Judgement.no("no replica of " + what + " is ready");
  }

  private Judgement missing(ResourceType type, String why) {
    Optional<Cause> gap = objects.coverages().gap(type);
    return gap.isPresent() ? new Judgement.Unknown(gap.get()) : Judgement.no(why);
  }
}
