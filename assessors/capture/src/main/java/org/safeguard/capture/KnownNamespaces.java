package org.safeguard.capture;

import java.util.List;

/// The namespaces in which to look where the list of all is forbidden.
///
/// @param names sorted
/// @param areAll whether the cluster has no others
record KnownNamespaces(List<String> names, boolean areAll) {

  KnownNamespaces {
    names = names.stream().distinct().sorted().toList();
  }
}
