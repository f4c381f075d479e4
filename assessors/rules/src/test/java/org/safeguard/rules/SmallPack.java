package org.safeguard.rules;

import java.net.URISyntaxException;
import java.nio.file.Path;

/// The pack of the tests.
final class SmallPack {

  private SmallPack() {}

  static Path directory() {
    try {
      return Path.of(SmallPack.class.getResource("/small-pack/pack.yaml").toURI()).getParent();
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
