package org.safeguard.model.fact;

/// Thrown by a fact's accessor when the value is unknown. Within a rule it behaves as an unknown in
/// three-valued logic: `false && unknown` is false, `true && unknown` is unknown, and unknown at
/// the top makes the verdict *not assessed* with this cause.
public final class UnknownEvidenceException extends RuntimeException {

  private final transient Cause cause;

  /// Without a stack trace, since it is not a fault and may be thrown once per object.
  public UnknownEvidenceException(Cause cause) {
    super(cause.detail(), null, false, false);
    this.cause = cause;
  }

  /// Why the value is unknown.
  public Cause evidenceCause() {
    return cause;
  }
}
