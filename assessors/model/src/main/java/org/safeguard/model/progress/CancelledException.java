package org.safeguard.model.progress;

/// The user stopped the work. Nothing is wrong; nothing was changed.
public final class CancelledException extends RuntimeException {

  /// Without a stack trace, since it is not a fault.
  public CancelledException() {
    super("Cancelled", null, false, false);
  }
}
