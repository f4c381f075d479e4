package org.safeguard.capture;

/// The server no longer knows the moment that a list showed.
final class ExpiredListException extends Exception {

  ExpiredListException(String path) {
    super("The continuation of " + path + " expired");
  }
}
