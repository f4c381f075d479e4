package org.safeguard.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.safeguard.model.progress.Progress;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.snapshot.Snapshot;
import org.safeguard.model.snapshot.UnreadableInputException;
import org.safeguard.model.tree.ObjectNode;
import org.safeguard.objects.Path;
import org.safeguard.objects.Place;
import org.safeguard.objects.PodTemplate;
import org.safeguard.objects.TemplateKind;
import org.safeguard.podsecurity.Level;
import org.safeguard.podsecurity.PolicyVersion;
import org.safeguard.podsecurity.Standards;
import org.safeguard.snapshot.SnapshotReader;

/// Asks every pod and pod template of some sources what Pod Security admission would say.
final class PodSecurityReview {

  private static final String ENFORCE = "pod-security.kubernetes.io/enforce";
  private static final Comparator<PodSecurityReport.Pod> ORDER =
      Comparator.comparing(PodSecurityReport.Pod::file)
          .thenComparing(PodSecurityReport.Pod::line)
          .thenComparing(PodSecurityReport.Pod::kind)
          .thenComparing(PodSecurityReport.Pod::namespace)
          .thenComparing(PodSecurityReport.Pod::name);

  private final SnapshotReader reader;

  /// @param reader that keeps copies
  PodSecurityReview(SnapshotReader reader) {
    this.reader = reader;
  }

  PodSecurityReport review(PodSecurityRequest request, Progress progress)
      throws UnreadableInputException {
    List<Snapshot> snapshots = new ArrayList<>();
    for (int i = 0; i < request.sources().size(); i++) {
      double sources = request.sources().size();
      snapshots.add(
          reader.read(request.sources().get(i), progress.part(i / sources, (i + 1) / sources)));
    }
    PolicyVersion version =
        request.version() == null ? version(snapshots) : Objects.requireNonNull(request.version());
    List<PodSecurityReport.Pod> pods = new ArrayList<>();
    Map<String, String> enforced = new TreeMap<>();
    for (Snapshot snapshot : snapshots) {
      String prefix = snapshots.size() == 1 ? "" : snapshot.source() + "/";
      pods.addAll(pods(snapshot, prefix, version));
      snapshot.resources().stream()
          .filter(resource -> resource.type().toString().equals("Namespace"))
          .forEach(
              namespace -> enforced(namespace).ifPresent(l -> enforced.put(namespace.name(), l)));
    }
    pods.sort(ORDER);
    return new PodSecurityReport(
        request.level(),
        version,
        pods,
        enforced,
        Gaps.of(snapshots, type -> TemplateKind.of(type).isPresent()));
  }

  private static PolicyVersion version(List<Snapshot> snapshots) {
    return snapshots.stream()
        .map(Snapshot::kubernetesVersion)
        .filter(Objects::nonNull)
        .flatMap(text -> PolicyVersion.ofCluster(text).stream())
        .findFirst()
        .orElse(PolicyVersion.LATEST);
  }

  private static Optional<String> enforced(Resource namespace) {
    return namespace.body().object("metadata").object("labels").text(ENFORCE);
  }

  private static List<PodSecurityReport.Pod> pods(
      Snapshot snapshot, String prefix, PolicyVersion version) {
    Set<String> uids = new HashSet<>();
    snapshot
        .resources()
        .forEach(resource -> Optional.ofNullable(resource.uid()).ifPresent(uids::add));
    List<PodSecurityReport.Pod> pods = new ArrayList<>();
    for (Resource resource : snapshot.resources()) {
      TemplateKind.of(resource.type())
          .map(kind -> PodTemplate.of(kind, Place.of(resource, Path.root())))
          .map(
              template ->
                  new PodSecurityReport.Pod(
                      resource.file().equals(snapshot.source())
                          ? resource.file()
                          : prefix + resource.file(),
                      resource.body().line(),
                      resource.kind(),
                      template.namespace(),
                      resource.name(),
                      isOwned(resource, uids),
                      Standards.evaluate(template, Level.BASELINE, version),
                      Standards.evaluate(template, Level.RESTRICTED, version)))
          .ifPresent(pods::add);
    }
    return pods;
  }

  private static boolean isOwned(Resource resource, Set<String> uids) {
    return resource.body().object("metadata").array("ownerReferences").objects().stream()
        .filter(owner -> owner.flag("controller").orElse(false))
        .flatMap((ObjectNode owner) -> owner.text("uid").stream())
        .anyMatch(uids::contains);
  }
}
