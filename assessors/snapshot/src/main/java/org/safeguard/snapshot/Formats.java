package org.safeguard.snapshot;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Names the tool that made a source, from the folders its objects lie in.
final class Formats {

  static final String CLUSTER_INFO_DUMP = "cluster-info-dump";
  static final String EVIDENCE = "evidence";

  /// @param sure a file that no other tool writes
  /// @param inside any file that the tool writes
  private record Sign(String format, Pattern sure, Pattern inside) {}

  private static final List<Sign> SIGNS =
      List.of(
          sign("troubleshoot", "cluster-resources/.*", "(cluster-resources|configmaps|secrets)/.*"),
          sign(
              "must-gather",
              "(cluster-scoped-resources/|namespaces/[^/]+/core/).*",
              "(cluster-scoped-resources|namespaces)/.*"),
          sign("rancher-support-bundle", "yamls/(cluster|namespaced)/.*"),
          sign("velero", "resources/[^/]+/([^/]+-preferredversion/)?(cluster|namespaces/.*)/.*"),
          sign("sonobuoy", "resources/(ns|cluster)/.*"));

  private static final Sign CLUSTER_INFO =
      sign(
          CLUSTER_INFO_DUMP,
          "[^/]+/replication-controllers\\.(json|yaml)",
          "[^/]+/(pods|services|replication-controllers|daemonsets|deployments|replicasets)"
              + "\\.(json|yaml)|(.*/)?nodes\\.(json|yaml)");

  private Formats() {}

  static String of(Harvest harvest, boolean single) {
    if (harvest.bundle.manifest() != null) {
      return "bundle";
    }
    if (harvest.notes.collection) {
      return Collection.FORMAT;
    }
    Set<String> files = new HashSet<>();
    harvest.resources.forEach(resource -> files.add(resource.file()));
    Optional<Sign> found =
        SIGNS.stream()
            .filter(sign -> files.stream().anyMatch(file -> sign.sure().matcher(file).matches()))
            .findFirst();
    if (found.isPresent()) {
      return found.get().format();
    }
    if (harvest.holdsClusterInfo) {
      return CLUSTER_INFO_DUMP;
    }
    boolean evidence = harvest.resources.stream().allMatch(r -> Evidence.isEvidence(r.type()));
    if (evidence && !harvest.resources.isEmpty() && harvest.listed.isEmpty()) {
      return EVIDENCE;
    }
    return single && harvest.holdsList ? "kubectl-list" : "manifests";
  }

  /// Whether a file lies where the tool of a format writes.
  static boolean isOf(String format, String file) {
    return format.equals(CLUSTER_INFO_DUMP)
        ? CLUSTER_INFO.inside().matcher(file).matches()
        : SIGNS.stream()
            .filter(sign -> sign.format().equals(format))
            .anyMatch(sign -> sign.inside().matcher(file).matches());
  }

  /// Whether only `kubectl cluster-info dump` writes such a file, be it of an empty list.
  static boolean isClusterInfo(String file) {
    return CLUSTER_INFO.sure().matcher(file).matches();
  }

  private static Sign sign(String format, String file) {
    return sign(format, file, file);
  }

  private static Sign sign(String format, String sure, String inside) {
    return new Sign(
        format,
        Pattern.compile("(.*[/!])?(" + sure + ")"),
        Pattern.compile("(.*[/!])?(" + inside + ")"));
  }
}
