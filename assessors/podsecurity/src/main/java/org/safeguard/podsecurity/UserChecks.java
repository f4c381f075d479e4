package org.safeguard.podsecurity;

import java.util.List;
import org.safeguard.model.fact.Cause;
import org.safeguard.objects.Place;
import org.safeguard.objects.Value;

/// Checks of the users that processes run as.
final class UserChecks {

  private static final String FIELD = "runAsNonRoot";

  private UserChecks() {}

  /// What the pod says for containers that say nothing.
  private enum Said {
    TRUE,
    NOT_TRUE,
    HIDDEN
  }

  static CheckOutcome runAsNonRoot(PodView pod) {
    Tally explicit = new Tally();
    Tally implicit = new Tally();
    Place own = pod.spec().at("securityContext", FIELD);
    Said said = said(own, explicit);
    explicit.each(
        pod,
        (name, container) -> {
          Place flag = container.at("securityContext", FIELD);
          switch (flag.flag()) {
            case Value.Known<Boolean>(Place _, Boolean value) -> {
              if (!value) {
                explicit.breaks(name, flag);
              }
            }
            case Value.Absent<Boolean> _ -> {
              if (said == Said.NOT_TRUE) {
                implicit.breaks(name, flag.absent("false"));
              }
            }
            case Value.Unreadable<Boolean>(Place place, Cause cause) ->
                explicit.unknown(place, cause);
          }
        });
    if (explicit.isBroken()) {
      return explicit.forbidden(
          "runAsNonRoot != true",
          String.join(" and ", explicit.setters())
              + " must not set securityContext.runAsNonRoot=false");
    }
    return implicit.isBroken()
        ? implicit.forbidden(
            "runAsNonRoot != true",
            "pod or " + implicit.namedContainers() + " must set securityContext.runAsNonRoot=true")
        : explicit.unbroken();
  }

  private static Said said(Place own, Tally explicit) {
    return switch (own.flag()) {
      case Value.Known<Boolean>(Place _, Boolean value) -> {
        if (!value) {
          explicit.podBreaks(own);
        }
        yield value ? Said.TRUE : Said.NOT_TRUE;
      }
      case Value.Absent<Boolean> _ -> Said.NOT_TRUE;
      case Value.Unreadable<Boolean>(Place place, Cause cause) -> {
        explicit.unknown(place, cause);
        yield Said.HIDDEN;
      }
    };
  }

  /// From 1.23.
  static CheckOutcome runAsUser(PodView pod) {
    Tally tally = new Tally();
    Place own = pod.spec().at("securityContext", "runAsUser");
    if (isRoot(own, tally)) {
      tally.podBreaks(own);
    }
    tally.each(
        pod,
        (name, container) -> {
          Place user = container.at("securityContext", "runAsUser");
          if (isRoot(user, tally)) {
            tally.breaks(name, user);
          }
        });
    List<String> setters = tally.setters();
    return tally.isBroken()
        ? tally.forbidden(
            "runAsUser=0", String.join(" and ", setters) + " must not set runAsUser=0")
        : tally.unbroken();
  }

  private static boolean isRoot(Place user, Tally tally) {
    return tally.read(user.number()).filter(id -> id == 0).isPresent();
  }
}
