package org.safeguard.desktop;

/// The screens of the window.
enum Screen {
  START,
  RUN,
  OVERVIEW,
  FINDINGS
}
