package org.safeguard.desktop;

/// The screens of the window.
enum Screen {
  START,
  CONNECT,
  CAPTURE,
  SOURCE,
  RUN,
  OVERVIEW,
  FINDINGS
}
