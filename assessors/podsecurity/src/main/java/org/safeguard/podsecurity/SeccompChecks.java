package org.safeguard.podsecurity;

import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.safeguard.model.fact.Cause;
import org.safeguard.objects.Place;
import org.safeguard.objects.Value;

/// Checks of seccomp profiles, which were annotations before they became fields.
final class SeccompChecks {

  private static final String POD = "seccomp.security.alpha.kubernetes.io/pod";
  private static final String CONTAINER = "container.seccomp.security.alpha.kubernetes.io/";
  private static final Set<String> VALID = Set.of("RuntimeDefault", "Localhost");

  private SeccompChecks() {}

  /// Before 1.19: annotations.
  static CheckOutcome baselineAnnotations(PodView pod) {
    Tally tally = new Tally();
    TreeMap<String, Place> annotations = new TreeMap<>();
    Place all = pod.annotations();
    tally.read(all.isMapping());
    annotations.put(POD, all.at(POD));
    tally.each(pod, (name, _) -> annotations.put(CONTAINER + name, all.at(CONTAINER + name)));
    annotations.forEach(
        (key, place) ->
            tally
                .text(place)
                .filter(value -> !isValidAnnotation(value))
                .ifPresent(
                    value -> {
                      tally.breaks(place);
                      tally.value(key + "=" + Wording.escaped(value));
                    }));
    return tally.isBroken()
        ? tally.forbidden(
            "seccompProfile",
            "forbidden "
                + Wording.plural("annotation", tally.values().size())
                + " "
                + String.join(", ", tally.values()))
        : tally.unbroken();
  }

  private static boolean isValidAnnotation(String value) {
    return value.equals("runtime/default")
        || value.equals("docker/default")
        || value.startsWith("localhost/");
  }

  /// From 1.19: fields.
  static CheckOutcome baseline(PodView pod) {
    Tally tally = new Tally();
    profile(pod.spec(), tally).ifPresent(profile -> tally.podBreaks(profile));
    tally.each(
        pod,
        (name, container) ->
            profile(container, tally).ifPresent(profile -> tally.breaks(name, profile)));
    return tally.isBroken() ? mustNotSet(tally) : tally.unbroken();
  }

  /// From 1.19: the pod or each container must set one of the valid ones.
  static CheckOutcome restricted(PodView pod) {
    Tally explicit = new Tally();
    Tally implicit = new Tally();
    Place own = pod.spec().at("securityContext", "seccompProfile");
    Optional<Place> invalid = profile(pod.spec(), explicit);
    invalid.ifPresent(explicit::podBreaks);
    boolean noneFromPod = Values.isAbsent(own.isMapping()) || invalid.isPresent();
    explicit.each(
        pod,
        (name, container) -> {
          Place profile = container.at("securityContext", "seccompProfile");
          if (!Values.isAbsent(profile.isMapping())) {
            profile(container, explicit).ifPresent(bad -> explicit.breaks(name, bad));
          } else if (noneFromPod) {
            implicit.breaks(name, profile.absent("none"));
          }
        });
    if (explicit.isBroken()) {
      return mustNotSet(explicit);
    }
    return implicit.isBroken()
        ? implicit.forbidden(
            "seccompProfile",
            "pod or "
                + implicit.namedContainers()
                + " must set securityContext.seccompProfile.type to \"RuntimeDefault\" or"
                + " \"Localhost\"")
        : explicit.unbroken();
  }

  /// The type of a profile that is set to something invalid.
  private static Optional<Place> profile(Place holder, Tally tally) {
    Place profile = holder.at("securityContext", "seccompProfile");
    Place type = profile.at("type");
    return switch (profile.isMapping()) {
      case Value.Absent<Boolean> _ -> Optional.empty();
      case Value.Unreadable<Boolean>(Place place, Cause cause) -> {
        tally.unknown(place, cause);
        yield Optional.empty();
      }
      case Value.Known<Boolean> _ when Values.isAbsent(type.text()) -> {
        tally.value("");
        yield Optional.of(type);
      }
      case Value.Known<Boolean> _ -> {
        Optional<String> invalid = tally.text(type).filter(value -> !VALID.contains(value));
        invalid.ifPresent(tally::value);
        yield invalid.map(_ -> type);
      }
    };
  }

  private static CheckOutcome mustNotSet(Tally tally) {
    return tally.forbidden(
        "seccompProfile",
        String.join(" and ", tally.setters())
            + " must not set securityContext.seccompProfile.type to "
            + Wording.quoted(tally.values()));
  }
}
