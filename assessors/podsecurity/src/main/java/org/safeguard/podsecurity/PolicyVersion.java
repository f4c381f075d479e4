package org.safeguard.podsecurity;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A version of the Pod Security Standards. They are versioned like Kubernetes, and a version newer
/// than the newest known is evaluated as the newest, as the admission plug-in does.
///
/// @param minor the `N` of `1.N`
/// @param latest whether it was asked for as `latest`
public record PolicyVersion(int minor, boolean latest) implements Comparable<PolicyVersion> {

  /// The newest release whose standards are known here.
  public static final int NEWEST = 37;

  /// The newest version there is.
  public static final PolicyVersion LATEST = new PolicyVersion(NEWEST, true);

  private static final Pattern LABEL = Pattern.compile("v1\\.(0|[1-9][0-9]{0,4})");
  private static final Pattern CLUSTER = Pattern.compile("v?1\\.([0-9]{1,4})(?:[^0-9].*)?");

  public static PolicyVersion of(int minor) {
    return new PolicyVersion(minor, false);
  }

  /// The version that a label names: `latest` or `v1.N`; empty when it names none.
  public static Optional<PolicyVersion> ofLabel(String text) {
    return text.equals("latest") ? Optional.of(LATEST) : matched(LABEL.matcher(text));
  }

  /// The version of a cluster as vendors write it, such as `v1.29.4-gke.1043002`; empty when the
  /// text is none.
  public static Optional<PolicyVersion> ofCluster(String text) {
    return matched(CLUSTER.matcher(text));
  }

  private static Optional<PolicyVersion> matched(Matcher matcher) {
    return matcher.matches()
        ? Optional.of(of(Integer.parseInt(matcher.group(1))))
        : Optional.empty();
  }

  /// What is evaluated in its place.
  int known() {
    return Math.min(minor, NEWEST);
  }

  @Override
  public int compareTo(PolicyVersion other) {
    return Integer.compare(minor, other.minor);
  }

  /// `1.N` or `latest`.
  @Override
  public String toString() {
    return latest ? "latest" : "1." + minor;
  }
}
