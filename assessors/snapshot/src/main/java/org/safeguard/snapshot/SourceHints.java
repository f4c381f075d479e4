package org.safeguard.snapshot;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.snapshot.Resource;
import org.safeguard.model.tree.ObjectNode;

/// What a source says about itself beside its objects: the version of Kubernetes, when it was made.
final class SourceHints {

  private SourceHints() {}

  /// Takes what a document that is no Kubernetes object tells.
  ///
  /// @return whether it was known for what it is
  static boolean note(ObjectNode document, String file, Harvest harvest) {
    if (document.text("format").filter(BundleManifest.FORMAT::equals).isPresent()) {
      return noteManifest(document, file, harvest);
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
    } else if (resource.kind().equals("Infrastructure")
        && resource.group().equals("config.openshift.io")) {
      harvest.cluster = resource.body().object("status").text("apiServerURL").orElse("");
    }
  }

  private static boolean noteManifest(ObjectNode document, String file, Harvest harvest) {
    if (!file.equals(BundleManifest.ENTRY)) {
      return false;
    }
    harvest.manifest = BundleManifestText.read(document);
    return true;
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
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
