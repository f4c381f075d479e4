package org.safeguard.podsecurity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguard.objects.Place;
import org.safeguard.objects.Value;

/// The Pod Security labels of a namespace, with the cluster's defaults where there is none, read as
/// the plug-in reads them.
///
/// @param namespace the whole Namespace object
/// @param defaults what holds without a label
record NamespacePolicy(Place namespace, ClusterPolicy defaults) {

  static final String PREFIX = "pod-security.kubernetes.io/";
  private static final Set<String> MODES = Set.of("enforce", "audit", "warn");

  Place label(String name) {
    return namespace.at("metadata", "labels", PREFIX + name);
  }

  boolean isLabelled(String mode) {
    return label(mode).isSet();
  }

  /// The effective level. An invalid `enforce` label counts as restricted, an invalid other one as
  /// privileged.
  Value<Level> level(String mode) {
    Place label = label(mode);
    Value<String> text =
        label.text() instanceof Value.Absent<String> ? defaults.level(mode, label) : label.text();
    Level invalid = mode.equals("enforce") ? Level.RESTRICTED : Level.PRIVILEGED;
    return text.map(word -> Level.of(word).orElse(invalid));
  }

  /// The effective version; absent, which means the newest, where nothing says one.
  Value<PolicyVersion> version(String mode) {
    Place label = label(mode + "-version");
    Value<String> text =
        label.text() instanceof Value.Absent<String> ? defaults.version(mode, label) : label.text();
    return text.map(word -> PolicyVersion.ofLabel(word).orElse(PolicyVersion.LATEST));
  }

  /// The labels that the plug-in does not know, or whose value it does not know, as `key=value`.
  Value<List<String>> invalid() {
    Place labels = namespace.at("metadata", "labels");
    return labels
        .textMap()
        .map(
            texts -> {
              List<String> invalid = new ArrayList<>();
              texts.forEach(
                  (key, value) -> {
                    if (key.startsWith(PREFIX) && !isValid(key.substring(PREFIX.length()), value)) {
                      invalid.add(key + "=" + value);
                    }
                  });
              invalid.sort(String::compareTo);
              return invalid;
            });
  }

  private static boolean isValid(String name, String value) {
    Optional<?> known =
        MODES.contains(name)
            ? Level.of(value)
            : name.endsWith("-version") && MODES.contains(name.replaceFirst("-version$", ""))
                ? PolicyVersion.ofLabel(value)
                : Optional.empty();
    return known.isPresent();
  }
}
