package org.safeguard.comparison;

import java.util.Comparator;
import org.safeguard.model.rule.Pack;

/// Which rule pack was used.
///
/// @param id of the pack
/// @param version of its content
/// @param sha256 over its files
public record PackName(String id, String version, String sha256) {

  static final Comparator<PackName> ORDER =
      Comparator.comparing(PackName::id).thenComparing(PackName::sha256);

  static PackName of(Pack pack) {
    return new PackName(pack.id(), pack.version(), pack.sha256());
  }
}
