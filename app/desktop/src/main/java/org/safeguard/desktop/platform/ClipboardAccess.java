package org.safeguard.desktop.platform;

/// The clipboard, to which we only ever write.
public interface ClipboardAccess {

  /// Puts text on it.
  void copy(String text);
}
