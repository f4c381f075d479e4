package org.safeguard.controlplane;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safeguard.objects.Place;

/// The version of Kubernetes that a component runs.
///
/// @param text such as `1.31.2`, empty when not known
record Release(String text) {

  private static final Pattern IN_TAG = Pattern.compile(".*:v?(1\\.\\d{1,3}(?:\\.\\d{1,4})?)\\b.*");
  private static final Pattern MINOR = Pattern.compile("v?1\\.(\\d{1,3})\\b.*");

  /// By the tag of its image, else as the snapshot says.
  static Release of(Place container, @Nullable String cluster) {
    Matcher tag = IN_TAG.matcher(container.at("image").text().orElse(""));
    return new Release(tag.matches() ? tag.group(1) : cluster == null ? "" : cluster);
  }

  OptionalInt minor() {
    Matcher minor = MINOR.matcher(text);
    return minor.matches() ? OptionalInt.of(Integer.parseInt(minor.group(1))) : OptionalInt.empty();
  }

  boolean isBefore(int minor) {
    return minor().isPresent() && minor().getAsInt() < minor;
  }
}
