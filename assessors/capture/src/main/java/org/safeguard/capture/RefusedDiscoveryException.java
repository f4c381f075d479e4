package org.safeguard.capture;

/// The server does not tell what it serves.
final class RefusedDiscoveryException extends Exception {

  private final Answer answer;

  RefusedDiscoveryException(String path, Answer answer) {
    super(path + " was answered with status " + answer.status());
    this.answer = answer;
  }

  Answer answer() {
    return answer;
  }
}
