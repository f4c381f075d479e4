package org.safeguard.rules;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.UnknownEvidenceException;

/// A version as Kubernetes and its vendors write them: `1.30`, `v1.31.2`, `v1.29.4-gke.1043002`.
record KubernetesVersion(int major, int minor, int patch) {

  private static final Pattern FORM =
      Pattern.compile("v?([0-9]{1,4})\\.([0-9]{1,4})(?:\\.([0-9]{1,6}))?(?:[^0-9.].*)?");
  private static final Comparator<KubernetesVersion> ORDER =
      Comparator.comparingInt(KubernetesVersion::major)
          .thenComparingInt(KubernetesVersion::minor)
          .thenComparingInt(KubernetesVersion::patch);

  /// @throws UnknownEvidenceException when the text is empty, since then nobody knows the version
  /// @throws IllegalArgumentException when it is no version
  static KubernetesVersion of(String text) {
    if (text.isEmpty()) {
      throw new UnknownEvidenceException(
          new Cause(
              Cause.Code.NOT_CAPTURED,
              "the source does not tell the version; name it when assessing"));
    }
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("Not a version: " + text);
    }
    return new KubernetesVersion(
        Integer.parseInt(parts.group(1)),
        Integer.parseInt(parts.group(2)),
        parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3)));
  }

  boolean atLeast(KubernetesVersion other) {
    return ORDER.compare(this, other) >= 0;
  }
}
