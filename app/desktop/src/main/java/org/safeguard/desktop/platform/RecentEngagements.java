package org.safeguard.desktop.platform;

import java.nio.file.Path;
import java.util.List;

/// The engagement files that were open lately.
public interface RecentEngagements {

  /// Latest first; a file may be gone meanwhile.
  List<Path> list();

  /// Puts a file at the top.
  void add(Path file);

  /// Forgets a file; the file itself stays where it is.
  void forget(Path file);
}
