package org.safeguard.desktop.look;

import java.net.URL;
import java.util.Objects;

/// Where the CSS beside a view lies.
public final class Stylesheet {

  private Stylesheet() {}

  /// The address of `name` in the package of `view`.
  public static String of(Class<?> view, String name) {
    URL url = view.getResource(name);
    return Objects.requireNonNull(url, name).toExternalForm();
  }
}
