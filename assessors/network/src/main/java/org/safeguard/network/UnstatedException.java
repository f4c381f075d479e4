package org.safeguard.network;

import org.safeguard.model.fact.Cause;

/// Thrown while a policy is read that cannot be stated exactly.
final class UnstatedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Cause cause;

  UnstatedException(Cause cause) {
    super(cause.detail());
    this.cause = cause;
  }

  Cause why() {
    return cause;
  }
}
