package org.safeguard.tools;

import org.safeguard.model.fact.Image;

/// Which images are those of a product, wherever a mirror keeps them.
///
/// `falcosecurity/falco` stands for every repository that ends so, at a border of segments;
/// `azuredefender/` for every repository below such a segment.
record ImagePattern(String text) {

  boolean matches(Image image) {
    String full = "/" + image.registry() + "/" + image.repository();
    return text.endsWith("/") ? full.contains("/" + text) : full.endsWith("/" + text);
  }

  /// The last segment, empty for a pattern of everything below a segment.
  String last() {
    return text.substring(text.lastIndexOf('/') + 1);
  }
}
