package org.safeguard.admission;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.safeguard.objects.Place;

/// Security context constraints of OpenShift: a pod is let in by any that its account may use
/// (OpenShift documentation, "Managing security context constraints").
///
/// @param engines the types
record OpenShiftConstraints(Engines engines) implements Policies {

  private static final List<String> FLAGS =
      List.of(
          "allowPrivilegedContainer",
          "allowHostNetwork",
          "allowHostPID",
          "allowHostIPC",
          "allowHostPorts",
          "allowHostDirVolumePlugin");
  private static final List<String> NAMES =
      List.of("privileged", "host-network", "host-pid", "host-ipc", "host-ports", "host-path");

  @Override
  public List<PolicyDraft> read() {
    return engines.objects().placesOf(Engines.CONSTRAINTS_OF_OPENSHIFT).stream()
        .map(OpenShiftConstraints::draft)
        .toList();
  }

  private static PolicyDraft draft(Place place) {
    PolicyDraft draft = new PolicyDraft(place, "openshift-scc", "constraints").mode("deny");
    List<String> allows = new ArrayList<>();
    for (int i = 0; i < FLAGS.size(); i++) {
      Place flag = place.at(FLAGS.get(i));
      if (flag.flag().orElse(false)) {
        allows.add(NAMES.get(i));
        draft.read("allows", flag);
      }
    }
    Place user = place.at("runAsUser", "type");
    if (user.text().orElse("").equals("RunAsAny")) {
      allows.add("any-user");
      draft.read("allows", user);
    }
    if (place.at("allowedCapabilities").texts().orElse(List.of()).contains("*")) {
      allows.add("every-capability");
      draft.read("allows", place.at("allowedCapabilities"));
    }
    List<String> subjects =
        Stream.of("users", "groups")
            .flatMap(key -> place.at(key).texts().orElse(List.of()).stream())
            .sorted()
            .toList();
    return draft.allows(allows).usableBy(subjects, place.at("groups"));
  }
}
