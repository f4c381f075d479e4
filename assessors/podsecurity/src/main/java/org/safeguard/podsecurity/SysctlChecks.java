package org.safeguard.podsecurity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.safeguard.objects.Place;

/// The check of kernel parameters, whose safe set grew over the versions.
final class SysctlChecks {

  /// By the minor version that found them safe.
  private static final Map<Integer, List<String>> SAFE =
      new TreeMap<>(
          Map.of(
              0,
              List.of(
                  "kernel.shm_rmid_forced",
                  "net.ipv4.ip_local_port_range",
                  "net.ipv4.tcp_syncookies",
                  "net.ipv4.ping_group_range",
                  "net.ipv4.ip_unprivileged_port_start"),
              27,
              List.of("net.ipv4.ip_local_reserved_ports"),
              29,
              List.of(
                  "net.ipv4.tcp_keepalive_time",
                  "net.ipv4.tcp_fin_timeout",
                  "net.ipv4.tcp_keepalive_intvl",
                  "net.ipv4.tcp_keepalive_probes"),
              32,
              List.of("net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem"),
              37,
              List.of("net.ipv4.tcp_slow_start_after_idle", "net.ipv4.tcp_notsent_lowat")));

  private SysctlChecks() {}

  /// The check as of the version `1.minor`.
  static Check.Test from(int minor) {
    List<String> safe =
        SAFE.entrySet().stream()
            .filter(entry -> entry.getKey() <= minor)
            .flatMap(entry -> entry.getValue().stream())
            .toList();
    return pod -> outcome(pod, safe);
  }

  private static CheckOutcome outcome(PodView pod, List<String> safe) {
    Tally tally = new Tally();
    List<String> forbidden = new ArrayList<>();
    Place sysctls = pod.spec().at("securityContext", "sysctls");
    for (Place sysctl : tally.read(sysctls.objects()).orElse(List.of())) {
      Place name = sysctl.at("name");
      tally
          .text(name)
          .filter(value -> !safe.contains(value))
          .ifPresent(
              value -> {
                tally.breaks(name);
                forbidden.add(value);
              });
    }
    return tally.isBroken()
        ? tally.forbidden("forbidden sysctls", String.join(", ", forbidden))
        : tally.unbroken();
  }
}
