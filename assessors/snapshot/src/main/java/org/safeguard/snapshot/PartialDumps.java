package org.safeguard.snapshot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.ResourceType;

/// Types of which a support tool never writes all there are, so that what is missing from its dump
/// may well be in the cluster. What lies in the same source but outside the dump, such as a list
/// that somebody added by hand, is taken as it is.
final class PartialDumps {

  private static final String RBAC = "rbac.authorization.k8s.io";

  /// What `oc adm inspect` writes only where an operator names it as related.
  private static final Set<ResourceType> RELATED_ONLY =
      Set.of(
          new ResourceType(RBAC, "Role"),
          new ResourceType(RBAC, "RoleBinding"),
          new ResourceType(RBAC, "ClusterRole"),
          new ResourceType(RBAC, "ClusterRoleBinding"),
          new ResourceType("", "ServiceAccount"),
          new ResourceType("", "LimitRange"),
          new ResourceType("", "ResourceQuota"),
          new ResourceType("", "Namespace"));

  private static final ResourceType SECRET = new ResourceType("", "Secret");

  private static final String INSPECT =
      "oc adm inspect collects only those that an operator names; add the output of oc get";
  private static final String UNLISTED = "oc adm inspect left no list of them, only single objects";
  private static final String BACKUP = "a Velero backup holds only what it was told to back up";
  private static final String CLUSTER_INFO =
      "kubectl cluster-info dump holds kube-system and one more namespace unless asked for all";
  private static final String LEGACY =
      "a legacy dump: an old kubectl wrote its own structures, of which not all can be read";
  private static final String NAMED = "the support bundle holds only those that its author named";
  private static final String LEFT_OUT = "the support bundle leaves secrets out";

  private static final Pattern NAMED_ENTRY =
      Pattern.compile("(.*/)?(?<!cluster-resources/)(configmaps|secrets)/[^/]+/.+");

  private final String format;
  private final Set<ResourceType> listed;
  private final Map<ResourceType, List<String>> files;
  private final SourceNotes notes;

  private PartialDumps(
      String format,
      Set<ResourceType> listed,
      Map<ResourceType, List<String>> files,
      SourceNotes notes) {
    this.format = format;
    this.listed = listed;
    this.files = files;
    this.notes = notes;
  }

  static PartialDumps of(String format, Harvest harvest) {
    Map<ResourceType, List<String>> files = new HashMap<>();
    for (Resource resource : harvest.resources) {
      files
          .computeIfAbsent(KnownTypes.current(resource.type()), _ -> new ArrayList<>())
          .add(resource.file());
    }
    return new PartialDumps(format, harvest.listed, files, harvest.notes);
  }

  /// Why some objects of a type may be missing, empty where the dump holds them all.
  Optional<String> cause(ResourceType type) {
    if (notes.legacy.contains(type)) {
      return Optional.of(LEGACY);
    }
    if (!within(type) || Evidence.isEvidence(type)) {
      return Optional.empty();
    }
    return switch (format) {
      case "must-gather" ->
          RELATED_ONLY.contains(type)
              ? Optional.of(INSPECT)
              : when(!listed.contains(type), UNLISTED);
      case "velero" -> notes.backup == null ? Optional.of(BACKUP) : notes.backup.cause(type);
      case "cluster-info-dump" ->
          notes.dumpOrder.cause(type, notes.dumps).or(() -> Optional.of(CLUSTER_INFO));
      case "troubleshoot" -> when(isNamed(type), NAMED);
      case "rancher-support-bundle" -> when(type.equals(SECRET), LEFT_OUT);
      default -> Optional.empty();
    };
  }

  /// Whether all that was read of a type lies where the tool writes.
  private boolean within(ResourceType type) {
    return files.getOrDefault(type, List.of()).stream()
        .allMatch(file -> Formats.isOf(format, file) || notes.dumps.contains(file));
  }

  private boolean isNamed(ResourceType type) {
    List<String> own = files.getOrDefault(type, List.of());
    return !own.isEmpty() && own.stream().allMatch(file -> NAMED_ENTRY.matcher(file).matches());
  }

  private static Optional<String> when(boolean partial, String cause) {
    return partial ? Optional.of(cause) : Optional.empty();
  }
}
