package org.safeguard.podsecurity;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.safeguard.objects.Place;

/// Checks of what a pod shares with its node.
final class HostChecks {

  private static final List<String> NAMESPACES = List.of("hostNetwork", "hostPID", "hostIPC");
  private static final List<String> PROBES =
      List.of("livenessProbe", "readinessProbe", "startupProbe");
  private static final List<String> HOOKS = List.of("postStart", "preStop");
  private static final List<String> ACTIONS = List.of("httpGet", "tcpSocket");

  private HostChecks() {}

  static CheckOutcome hostNamespaces(PodView pod) {
    Tally tally = new Tally();
    List<String> shared = new ArrayList<>();
    for (String field : NAMESPACES) {
      Place flag = pod.spec().at(field);
      if (tally.holds(flag.flag())) {
        tally.breaks(flag);
        shared.add(field + "=true");
      }
    }
    return tally.isBroken()
        ? tally.forbidden("host namespaces", String.join(", ", shared))
        : tally.unbroken();
  }

  static CheckOutcome hostPorts(PodView pod) {
    Tally tally = new Tally();
    tally.each(
        pod,
        (name, container) -> {
          for (Place port : tally.read(container.at("ports").objects()).orElse(List.of())) {
            Place host = port.at("hostPort");
            tally
                .read(host.number())
                .filter(number -> number != 0)
                .ifPresent(
                    number -> {
                      tally.breaks(name, host);
                      tally.value(number.toString());
                    });
          }
        });
    return tally.isBroken()
        ? tally.forbidden(
            "hostPort",
            tally.namedContainers()
                + uses(tally.containers().size())
                + Wording.plural("hostPort", tally.values().size())
                + " "
                + String.join(", ", tally.values()))
        : tally.unbroken();
  }

  /// From 1.34: a probe to a host of one's choice lets the node look into networks it can reach.
  static CheckOutcome hostProbesAndHostLifecycle(PodView pod) {
    Tally tally = new Tally();
    SortedSet<String> names = new TreeSet<>();
    tally.each(
        pod,
        (name, container) ->
            hosts(container)
                .forEach(
                    host ->
                        tally
                            .text(host)
                            .filter(value -> !value.isEmpty())
                            .ifPresent(
                                value -> {
                                  names.add(name);
                                  tally.breaks(name, host);
                                  tally.value(value);
                                })));
    return tally.isBroken()
        ? tally.forbidden(
            "probe or lifecycle host",
            Wording.named("container", names)
                + uses(names.size())
                + Wording.named("probe or lifecycle host", tally.values()))
        : tally.unbroken();
  }

  private static List<Place> hosts(Place container) {
    List<Place> hosts = new ArrayList<>();
    PROBES.forEach(probe -> add(container.at(probe), hosts));
    HOOKS.forEach(hook -> add(container.at("lifecycle", hook), hosts));
    return hosts;
  }

  private static void add(Place handler, List<Place> hosts) {
    ACTIONS.forEach(action -> hosts.add(handler.at(action, "host")));
  }

  private static String uses(int count) {
    return count == 1 ? " uses " : " use ";
  }
}
