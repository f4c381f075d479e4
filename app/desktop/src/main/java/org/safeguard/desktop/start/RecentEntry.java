package org.safeguard.desktop.start;

import java.nio.file.Path;

/// A recent engagement as the start screen shows it.
///
/// @param file where it was
/// @param missing whether there is no such file now
public record RecentEntry(Path file, boolean missing) {

  /// The file's name without its folder.
  public String name() {
    Path name = file.getFileName();
    return name == null ? file.toString() : name.toString();
  }

  /// The folder it lies in.
  public String folder() {
    Path parent = file.getParent();
    return parent == null ? "" : parent.toString();
  }
}
