package org.safeguard.engagement;

/// A stored value that we never write. Stays inside this package: [Faults] turns it into a message.
final class DamagedException extends RuntimeException {

  DamagedException(String what) {
    super(what);
  }

  DamagedException(String what, Throwable cause) {
    super(what, cause);
  }
}
