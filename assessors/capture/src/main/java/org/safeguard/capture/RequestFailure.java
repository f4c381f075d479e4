package org.safeguard.capture;

/// A request that brought no usable answer, in plain words.
final class RequestFailure extends Exception {

  /// What went wrong.
  enum Kind {
    /// No connection came about, or none that lasted until an answer began.
    CONNECTION,
    /// The server could not be recognised, or did not recognise our certificate.
    TRUST,
    /// The answer broke off or took too long.
    BROKEN,
    /// The answer is not what was asked for.
    CONTENT,
    /// The guard did not let it out.
    REFUSED,
    /// The capture ended meanwhile.
    STOPPED
  }

  private final Kind kind;

  RequestFailure(Kind kind, String why) {
    super(why);
    this.kind = kind;
  }

  RequestFailure(Kind kind, String why, Throwable cause) {
    super(why, cause);
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }

  /// The cause in plain words.
  String why() {
    return String.valueOf(getMessage());
  }

  /// Whether asking again may help.
  boolean mayPass() {
    return switch (kind) {
      case CONNECTION, BROKEN -> true;
      case TRUST, CONTENT, REFUSED, STOPPED -> false;
    };
  }
}
