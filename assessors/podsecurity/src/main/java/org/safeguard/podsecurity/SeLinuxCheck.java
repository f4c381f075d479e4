package org.safeguard.podsecurity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.safeguard.objects.Place;

/// The check of SELinux options. For one pod.
final class SeLinuxCheck {

  private static final Set<String> TYPES =
      Set.of("", "container_t", "container_init_t", "container_kvm_t");
  private static final Set<String> TYPES_1_31 =
      Set.of("", "container_t", "container_init_t", "container_kvm_t", "container_engine_t");

  private final Set<String> types;
  private final Tally tally = new Tally();
  private boolean user;
  private boolean role;

  private SeLinuxCheck(Set<String> types) {
    this.types = types;
  }

  static CheckOutcome of(PodView pod) {
    return new SeLinuxCheck(TYPES).outcome(pod);
  }

  static CheckOutcome from131(PodView pod) {
    return new SeLinuxCheck(TYPES_1_31).outcome(pod);
  }

  private CheckOutcome outcome(PodView pod) {
    faults(pod.spec()).forEach(tally::podBreaks);
    tally.each(
        pod, (name, container) -> faults(container).forEach(fault -> tally.breaks(name, fault)));
    if (!tally.isBroken()) {
      return tally.unbroken();
    }
    List<String> faults = new ArrayList<>();
    if (!tally.values().isEmpty()) {
      faults.add(Wording.named("type", tally.values()));
    }
    if (user) {
      faults.add("user may not be set");
    }
    if (role) {
      faults.add("role may not be set");
    }
    return tally.forbidden(
        "seLinuxOptions",
        String.join(" and ", tally.setters())
            + " set forbidden securityContext.seLinuxOptions: "
            + String.join("; ", faults));
  }

  private List<Place> faults(Place holder) {
    Place options = holder.at("securityContext", "seLinuxOptions");
    List<Place> faults = new ArrayList<>();
    String type = tally.text(options.at("type")).orElse("");
    if (!types.contains(type)) {
      tally.value(type);
      faults.add(options.at("type"));
    }
    if (isSet(options.at("user"))) {
      user = true;
      faults.add(options.at("user"));
    }
    if (isSet(options.at("role"))) {
      role = true;
      faults.add(options.at("role"));
    }
    return faults;
  }

  private boolean isSet(Place place) {
    return tally.text(place).filter(value -> !value.isEmpty()).isPresent();
  }
}
