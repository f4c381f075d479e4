package org.safeguard.podsecurity;

import org.safeguard.objects.Place;

/// Checks of what a container may be, and what its processes may become.
final class PrivilegeChecks {

  private static final String DEFAULT_PROC_MOUNT = "Default";

  private PrivilegeChecks() {}

  static CheckOutcome privileged(PodView pod) {
    Tally tally = new Tally();
    tally.each(
        pod,
        (name, container) -> {
          Place flag = container.at("securityContext", "privileged");
          if (tally.holds(flag.flag())) {
            tally.breaks(name, flag);
          }
        });
    return tally.isBroken()
        ? tally.forbidden(
            "privileged", tally.namedContainers() + " must not set securityContext.privileged=true")
        : tally.unbroken();
  }

  static CheckOutcome windowsHostProcess(PodView pod) {
    Tally tally = new Tally();
    Place own = hostProcess(pod.spec());
    if (tally.holds(own.flag())) {
      tally.podBreaks(own);
    }
    tally.each(
        pod,
        (name, container) -> {
          Place flag = hostProcess(container);
          if (tally.holds(flag.flag())) {
            tally.breaks(name, flag);
          }
        });
    return tally.isBroken()
        ? tally.forbidden(
            "hostProcess",
            String.join(" and ", tally.setters())
                + " must not set securityContext.windowsOptions.hostProcess=true")
        : tally.unbroken();
  }

  private static Place hostProcess(Place holder) {
    return holder.at("securityContext", "windowsOptions", "hostProcess");
  }

  static CheckOutcome procMount(PodView pod) {
    Tally tally = new Tally();
    tally.each(
        pod,
        (name, container) -> {
          Place mount = container.at("securityContext", "procMount");
          tally
              .text(mount)
              .filter(value -> !value.equals(DEFAULT_PROC_MOUNT))
              .ifPresent(
                  value -> {
                    tally.breaks(name, mount);
                    tally.value(value);
                  });
        });
    return tally.isBroken()
        ? tally.forbidden(
            "procMount",
            tally.namedContainers()
                + " must not set securityContext.procMount to "
                + Wording.quoted(tally.values()))
        : tally.unbroken();
  }

  /// From 1.8: the field must say false.
  static CheckOutcome allowPrivilegeEscalation(PodView pod) {
    Tally tally = new Tally();
    tally.each(
        pod,
        (name, container) -> {
          Place flag = container.at("securityContext", "allowPrivilegeEscalation");
          if (Values.isAbsent(flag.flag())) {
            tally.breaks(name, flag.absent("true"));
          } else if (tally.holds(flag.flag())) {
            tally.breaks(name, flag);
          }
        });
    return tally.isBroken()
        ? tally.forbidden(
            "allowPrivilegeEscalation != false",
            tally.namedContainers() + " must set securityContext.allowPrivilegeEscalation=false")
        : tally.unbroken();
  }
}
