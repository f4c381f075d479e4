package org.safeguard.nodes;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A release as Kubernetes, its vendors and container runtimes write it: `v1.29.4-gke.1043002`.
record Release(int major, int minor, int patch) implements Comparable<Release> {

  private static final Pattern FORM =
      Pattern.compile("v?([0-9]{1,4})\\.([0-9]{1,4})(?:\\.([0-9]{1,6}))?(?:[^0-9.].*)?");
  private static final Comparator<Release> ORDER =
      Comparator.comparingInt(Release::major)
          .thenComparingInt(Release::minor)
          .thenComparingInt(Release::patch);

  /// The release, empty for what is none.
  static Optional<Release> of(String text) {
    Matcher parts = FORM.matcher(text);
    return parts.matches()
        ? Optional.of(
            new Release(
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3))))
        : Optional.empty();
  }

  /// Major and minor, as tables name it.
  String line() {
    return major + "." + minor;
  }

  /// How many minor releases the other one is ahead of this; negative when behind.
  int behind(Release other) {
    return (other.major - major) * 1000 + other.minor - minor;
  }

  @Override
  public int compareTo(Release other) {
    return ORDER.compare(this, other);
  }
}
