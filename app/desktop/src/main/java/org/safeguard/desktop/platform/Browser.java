package org.safeguard.desktop.platform;

import java.net.URI;
import java.nio.file.Path;

/// Other programs of this computer, started only when the user asks for it.
public interface Browser {

  /// Shows a page in the user's web browser.
  void open(URI page);

  /// Opens a document in the program that belongs to it.
  void open(Path document);
}
