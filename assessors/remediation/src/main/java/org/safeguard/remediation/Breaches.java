package org.safeguard.remediation;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.safeguard.model.fact.Container;
import org.safeguard.model.fact.Facts;
import org.safeguard.model.fact.Image;
import org.safeguard.model.fact.UnknownEvidenceException;
import org.safeguard.model.fact.Workload;

/// Workloads that a policy would refuse if they were made today. What is not known counts as a
/// breach, since a policy that refuses it would stop something that runs.
///
/// @param facts of the cluster
record Breaches(Facts facts) {

  private static final Set<String> USUAL =
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

  /// The workloads of a namespace that break a control, as `Kind/name`.
  List<String> of(String control, String namespace) {
    TreeSet<String> found = new TreeSet<>();
    for (Workload workload : facts.workloads()) {
      if (workload.namespace().equals(namespace) && breaks(workload, control)) {
        found.add(workload.kind() + "/" + workload.name());
      }
    }
    return List.copyOf(found);
  }

  private static boolean breaks(Workload workload, String control) {
    try {
      return switch (control) {
        case "host-processes" -> workload.hostPID() || workload.hostIPC();
        case "host-network" -> workload.hostNetwork();
        case "host-path" ->
            workload.volumes().stream()
                .anyMatch(v -> v.type().toLowerCase(Locale.ROOT).equals("hostpath"));
        case "service-account-token" -> workload.tokenMounted();
        default -> workload.containers().stream().anyMatch(of(control));
      };
    } catch (UnknownEvidenceException e) {
      return true;
    }
  }

  private static Predicate<Container> of(String control) {
    return switch (control) {
      case "privileged" -> Container::privileged;
      case "host-ports" -> c -> c.ports().stream().anyMatch(p -> p.hostPort() != 0);
      case "capabilities" -> c -> !USUAL.containsAll(c.capabilitiesAdded());
      case "drop-capabilities" -> c -> !c.capabilitiesDropped().contains("ALL");
      case "run-as-non-root" -> c -> !c.runAsNonRoot();
      case "privilege-escalation" -> Container::allowPrivilegeEscalation;
      case "seccomp" -> c -> !Set.of("RuntimeDefault", "Localhost").contains(c.seccompProfile());
      case "read-only-root" -> c -> !c.readOnlyRootFilesystem();
      case "image-tag" -> c -> isMovable(c.image());
      case "image-registry" -> c -> prefix(c).isEmpty();
      case "limits" ->
          c ->
              !c.type().equals("ephemeral")
                  && (c.cpuLimit().isEmpty() || c.memoryLimit().isEmpty());
      default -> _ -> true;
    };
  }

  private static boolean isMovable(Image image) {
    return image.digest().isEmpty() && (image.tag().isEmpty() || image.tag().equals("latest"));
  }

  /// The start of an image's name as far as its registry, as the manifest writes it; empty where it
  /// names none or cannot be read, since then nothing would be restricted.
  static Optional<String> prefix(Container container) {
    try {
      String reference = container.image().reference();
      int slash = reference.indexOf('/');
      String first = slash < 0 ? "" : reference.substring(0, slash);
      boolean registry =
          first.matches("[a-z0-9.-]+(:[0-9]+)?")
              && (first.contains(".") || first.contains(":") || first.equals("localhost"));
      return registry ? Optional.of(first + "/") : Optional.empty();
    } catch (UnknownEvidenceException e) {
      return Optional.empty();
    }
  }
}
