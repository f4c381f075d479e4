package org.safeguard.nodes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// When releases of Kubernetes, container runtimes and operating systems stop getting updates.
final class Lifecycles {

  private static final List<String> GENERAL =
      List.of(
          "AlmaLinux",
          "Alpine",
          "Amazon Linux",
          "Arch Linux",
          "CentOS",
          "Debian",
          "Fedora Linux",
          "Oracle Linux",
          "Red Hat Enterprise Linux",
          "Rocky Linux",
          "SUSE Linux Enterprise Server",
          "Ubuntu",
          "Windows",
          "openSUSE Leap",
          "openSUSE Tumbleweed");
  private static final String WORDS = "\\s+";

  private final Map<String, String> kubernetes = new HashMap<>();
  private final Map<String, String> runtimes = new HashMap<>();
  private final List<List<String>> systems;
  private final List<String> containerSystems;

  Lifecycles() {
    for (List<String> row : Table.read("kubernetes-releases.txt", WORDS).rows()) {
      kubernetes.put(row.get(0), row.get(1));
    }
    for (List<String> row : Table.read("runtimes.txt", WORDS).rows()) {
      runtimes.put(row.get(0) + ' ' + row.get(1), row.get(2));
    }
    systems = Table.read("operating-systems.txt", "\\s*\\|\\s*").rows();
    containerSystems =
        Table.read("container-systems.txt", "\\|").rows().stream().map(List::getFirst).toList();
  }

  /// The last day of patches of a minor release of Kubernetes, empty where the table ends.
  Optional<String> kubernetes(Release release) {
    return Optional.ofNullable(kubernetes.get(release.line()));
  }

  /// The last day of updates of a runtime. CRI-O is released and retired with Kubernetes.
  Optional<String> runtime(String name, Release release) {
    return name.equals("cri-o")
        ? kubernetes(release)
        : Optional.ofNullable(runtimes.get(name + ' ' + release.line()));
  }

  /// The last day of updates of an operating system as a node names it.
  Optional<String> system(String image) {
    return systems.stream()
        .filter(row -> startsWith(image, row.getFirst()))
        .findFirst()
        .map(row -> row.get(1));
  }

  /// Whether an operating system is one of those for every purpose.
  boolean generalSystem(String image) {
    return GENERAL.stream().anyMatch(image::startsWith);
  }

  /// Whether an operating system is made to run containers and little else.
  boolean containerSystem(String image) {
    return containerSystems.stream().anyMatch(image::startsWith);
  }

  /// `Debian GNU/Linux 1` is not the start of `Debian GNU/Linux 12`.
  private static boolean startsWith(String image, String start) {
    return image.startsWith(start)
        && (image.length() == start.length()
            || !Character.isLetterOrDigit(image.charAt(start.length())));
  }
}
