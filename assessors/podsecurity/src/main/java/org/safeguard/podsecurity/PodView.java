package org.safeguard.podsecurity;

import java.util.ArrayList;
import java.util.List;
import org.safeguard.model.fact.Cause;
import org.safeguard.objects.Place;
import org.safeguard.objects.PodTemplate;
import org.safeguard.objects.Value;

/// A pod as the checks look at it: init, regular and ephemeral containers, in this order.
final class PodView {

  private static final String REGULAR = "containers";
  private static final List<String> LISTS =
      List.of("initContainers", REGULAR, "ephemeralContainers");

  private final Place template;
  private final Place spec;
  private final List<Place> containers = new ArrayList<>();
  private final List<Value.Unreadable<List<Place>>> hidden = new ArrayList<>();

  PodView(PodTemplate pod) {
    this.template = pod.template();
    this.spec = pod.spec();
    for (String list : LISTS) {
      switch (spec.at(list).objects()) {
        case Value.Known<List<Place>>(Place at, List<Place> found) -> {
          containers.addAll(found);
          if (found.isEmpty() && list.equals(REGULAR)) {
            hidden.add(noContainer(at));
          }
        }
        case Value.Absent<List<Place>>(Place at) -> {
          if (list.equals(REGULAR)) {
            hidden.add(noContainer(at));
          }
        }
        case Value.Unreadable<List<Place>> unreadable -> hidden.add(unreadable);
      }
    }
  }

  /// A pod without a container cannot be created, so nobody can say what was meant.
  private static Value.Unreadable<List<Place>> noContainer(Place at) {
    return new Value.Unreadable<>(
        at,
        new Cause(
            Cause.Code.MALFORMED, at.pointer() + " holds no container; Kubernetes wants one"));
  }

  Place spec() {
    return spec;
  }

  Place annotations() {
    return template.at("metadata", "annotations");
  }

  /// Every container that can be read.
  List<Place> containers() {
    return containers;
  }

  /// The lists of containers that cannot be read.
  List<Value.Unreadable<List<Place>>> hidden() {
    return hidden;
  }
}
