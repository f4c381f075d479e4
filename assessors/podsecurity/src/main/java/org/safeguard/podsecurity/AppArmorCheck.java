package org.safeguard.podsecurity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.safeguard.objects.Place;

/// The check of AppArmor profiles: fields of the pod and its containers, and the older annotations,
/// in every version.
final class AppArmorCheck {

  private static final String ANNOTATION = "container.apparmor.security.beta.kubernetes.io/";
  private static final Set<String> VALID = Set.of("RuntimeDefault", "Localhost");

  private AppArmorCheck() {}

  static CheckOutcome of(PodView pod) {
    Tally tally = new Tally();
    Place own = profile(pod.spec());
    if (isInvalid(own, tally)) {
      tally.podBreaks(own.at("type"));
    }
    tally.each(
        pod,
        (name, container) -> {
          Place profile = profile(container);
          if (isInvalid(profile, tally)) {
            tally.breaks(name, profile.at("type"));
          }
        });
    SortedSet<String> annotations = annotations(pod, tally);
    if (!tally.isBroken()) {
      return tally.unbroken();
    }
    List<String> values = new ArrayList<>(tally.values());
    values.addAll(annotations);
    List<String> setters = tally.setters();
    if (!annotations.isEmpty()) {
      setters.add(Wording.plural("annotation", annotations.size()));
    }
    return tally.forbidden(
        Wording.plural("forbidden AppArmor profile", values.size()),
        String.join(" and ", setters)
            + " must not set AppArmor profile type to "
            + Wording.quoted(values));
  }

  private static Place profile(Place holder) {
    return holder.at("securityContext", "appArmorProfile");
  }

  private static boolean isInvalid(Place profile, Tally tally) {
    if (!tally.holds(profile.isMapping())) {
      return false;
    }
    Place type = profile.at("type");
    if (Values.isAbsent(type.text())) {
      tally.value("");
      return true;
    }
    return tally
        .text(type)
        .filter(value -> !VALID.contains(value))
        .map(
            value -> {
              tally.value(value);
              return true;
            })
        .orElse(false);
  }

  private static SortedSet<String> annotations(PodView pod, Tally tally) {
    SortedSet<String> forbidden = new TreeSet<>();
    tally.read(pod.annotations().isMapping());
    pod.annotations()
        .each()
        .forEach(
            (key, place) -> {
              if (key.startsWith(ANNOTATION)) {
                tally
                    .text(place)
                    .filter(value -> !isAllowed(value))
                    .ifPresent(
                        value -> {
                          tally.breaks(place);
                          forbidden.add(key + "=" + Wording.escaped(value));
                        });
              }
            });
    return forbidden;
  }

  private static boolean isAllowed(String value) {
    return value.isEmpty() || value.equals("runtime/default") || value.startsWith("localhost/");
  }
}
