package org.safeguard.snapshot;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.tree.ObjectNode;

/// What a source says about itself beside its objects: the version of Kubernetes, when it was made.
final class SourceHints {

  private static final Pattern TIMESTAMP =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d) (\\d\\d:\\d\\d:\\d\\d)[.\\d]* ([+-]\\d\\d)(\\d\\d) ");

  private static final String BACKUP_FILE = "velero-backup.json";

  /// How Troubleshoot names the folder of a bundle, and sonobuoy its archive.
  private static final Pattern STAMPED_FOLDER =
      Pattern.compile(
          "(?:.*[/!])?[\\w.-]*bundle-(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d)_(\\d\\d)_(\\d\\d)(?:[/!.].*)?");
  private static final Pattern STAMPED_FILE =
      Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)_sonobuoy_.*");

  private SourceHints() {}

  /// When the source was made, from its name or the name of a folder in it; null where neither
  /// tells. The tools name them in Universal Time.
  static @Nullable Instant stamp(String path) {
    Matcher folder = STAMPED_FOLDER.matcher(path);
    if (folder.matches()) {
      return instant(
          "%sT%s:%s:%sZ"
              .formatted(folder.group(1), folder.group(2), folder.group(3), folder.group(4)));
    }
    Matcher file = STAMPED_FILE.matcher(path);
    return file.matches()
        ? instant(
            "%s-%s-%sT%s:%s:00Z"
                .formatted(
                    file.group(1), file.group(2), file.group(3), file.group(4), file.group(5)))
        : null;
  }

  /// Takes the start of a must-gather, which lies in a file of its own.
  static void noteTimestamp(String file, byte[] head, Harvest harvest) {
    if (!file.endsWith("timestamp")) {
      return;
    }
    Matcher line = TIMESTAMP.matcher(new String(head, StandardCharsets.ISO_8859_1));
    if (line.lookingAt()) {
      harvest.capturedAt =
          instant(
              "%sT%s%s:%s".formatted(line.group(1), line.group(2), line.group(3), line.group(4)));
    }
  }

  /// Takes what a document that is no Kubernetes object tells.
  ///
  /// @return whether it was known for what it is
  static boolean note(ObjectNode document, String file, Harvest harvest) {
    if (harvest.bundle.note(file, document)) {
      return true;
    }
    if (Collection.note(document, harvest)) {
      return true;
    }
    Optional<String> version =
        gitVersion(document)
            .or(() -> gitVersion(document.object("serverVersion")))
            .or(() -> gitVersion(document.object("info")))
            .or(() -> rancherVersion(document));
    if (version.isEmpty()) {
      return false;
    }
    harvest.kubernetesVersion = withoutV(version.get());
    document.text("bundlecreatedat").ifPresent(at -> harvest.capturedAt = instant(at));
    return true;
  }

  /// Takes what an object of a cluster tells: OpenShift records the version of its API server.
  static void note(Resource resource, Harvest harvest) {
    if (resource.kind().equals("ClusterOperator") && resource.name().equals("kube-apiserver")) {
      for (ObjectNode version : resource.body().object("status").array("versions").objects()) {
        if (version.text("name").filter("kube-apiserver"::equals).isPresent()) {
          version.text("version").ifPresent(v -> harvest.kubernetesVersion = withoutV(v));
        }
      }
    } else if (BackupScope.isOne(resource.body()) && resource.file().endsWith(BACKUP_FILE)) {
      harvest.notes.backup = BackupScope.of(resource.body());
      ObjectNode status = resource.body().object("status");
      status
          .text("completionTimestamp")
          .or(() -> status.text("startTimestamp"))
          .ifPresent(at -> harvest.capturedAt = instant(at));
    } else if (resource.kind().equals("Infrastructure")
        && resource.group().equals("config.openshift.io")) {
      harvest.cluster = resource.body().object("status").text("apiServerURL").orElse("");
    }
  }

  private static Optional<String> gitVersion(ObjectNode object) {
    return object.text("gitVersion");
  }

  private static Optional<String> rancherVersion(ObjectNode document) {
    return document.has("bundleversion") ? document.text("kubernetesversion") : Optional.empty();
  }

  private static String withoutV(String version) {
    return version.startsWith("v") ? version.substring(1) : version;
  }

  static @Nullable Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
