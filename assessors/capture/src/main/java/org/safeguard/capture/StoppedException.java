package org.safeguard.capture;

import java.io.IOException;

/// The capture ended while an answer was being read.
final class StoppedException extends IOException {

  StoppedException() {
    super("The capture ended");
  }
}
