package org.safeguard.podsecurity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.safeguard.objects.Place;
import org.safeguard.objects.Value;

/// Checks of Linux capabilities. Names are compared as written: `CAP_CHOWN` is not `CHOWN`.
final class CapabilityChecks {

  private static final Set<String> DEFAULT =
      Set.of(
          "AUDIT_WRITE",
          "CHOWN",
          "DAC_OVERRIDE",
          "FOWNER",
          "FSETID",
          "KILL",
          "MKNOD",
          "NET_BIND_SERVICE",
          "SETFCAP",
          "SETGID",
          "SETPCAP",
          "SETUID",
          "SYS_CHROOT");

  private CapabilityChecks() {}

  static CheckOutcome baseline(PodView pod) {
    Tally tally = new Tally();
    tally.each(pod, (name, container) -> added(name, container, DEFAULT::contains, tally));
    return tally.isBroken()
        ? tally.forbidden("non-default capabilities", mustNotInclude(tally))
        : tally.unbroken();
  }

  /// From 1.22.
  static CheckOutcome restricted(PodView pod) {
    Tally adding = new Tally();
    Tally keeping = new Tally();
    adding.each(
        pod,
        (name, container) -> {
          Place drop = container.at("securityContext", "capabilities", "drop");
          switch (drop.texts()) {
            case Value.Known<List<String>>(Place _, List<String> dropped) -> {
              if (!dropped.contains("ALL")) {
                keeping.breaks(name, drop);
              }
            }
            case Value.Absent<List<String>> _ -> keeping.breaks(name, drop.absent("none"));
            case Value.Unreadable<List<String>>(Place place, var cause) ->
                adding.unknown(place, cause);
          }
          added(name, container, "NET_BIND_SERVICE"::equals, adding);
        });
    List<String> details = new ArrayList<>();
    if (keeping.isBroken()) {
      details.add(
          keeping.namedContainers() + " must set securityContext.capabilities.drop=[\"ALL\"]");
    }
    if (adding.isBroken()) {
      details.add(mustNotInclude(adding));
    }
    return details.isEmpty()
        ? adding.unbroken()
        : keeping.with(adding).forbidden("unrestricted capabilities", String.join("; ", details));
  }

  private static void added(String name, Place container, Predicate<String> allowed, Tally tally) {
    Place add = container.at("securityContext", "capabilities", "add");
    for (String capability : tally.read(add.texts()).orElse(List.of())) {
      if (!allowed.test(capability)) {
        tally.breaks(name, add);
        tally.value(capability);
      }
    }
  }

  private static String mustNotInclude(Tally tally) {
    return tally.namedContainers()
        + " must not include "
        + Wording.quoted(tally.values())
        + " in securityContext.capabilities.add";
  }
}
