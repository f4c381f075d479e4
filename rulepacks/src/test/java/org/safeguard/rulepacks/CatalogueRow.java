package org.safeguard.rulepacks;

import java.util.List;

/// One check that some tool for Kubernetes makes, and how the pack covers it.
///
/// @param category the file it stands in, without `.yaml`
/// @param check what is checked
/// @param severity how the tools rate it
/// @param kinds the kinds of objects it looks at
/// @param peers the checks of the tools, such as `trivy:KSV-0017`
/// @param rules the rules that cover it
/// @param aside why no rule does, else empty
record CatalogueRow(
    String category,
    String check,
    String severity,
    String kinds,
    List<String> peers,
    List<String> rules,
    String aside) {

  CatalogueRow {
    peers = List.copyOf(peers);
    rules = List.copyOf(rules);
  }

  boolean covered() {
    return !rules.isEmpty();
  }

  /// Whether nobody has said yet how it is covered.
  boolean open() {
    return rules.isEmpty() && aside.isEmpty();
  }
}
