package org.safeguard.desktop.connect;

import org.safeguard.desktop.task.Failure;
import org.safeguard.desktop.usecase.Connection;

/// Where the test of a connection stands.
sealed interface CheckState {

  /// Not tried with this context yet.
  record Untried() implements CheckState {}

  /// The server has not answered yet.
  record Trying() implements CheckState {}

  /// It works.
  record Works(Connection connection) implements CheckState {}

  /// It does not, and why.
  record Fails(Failure failure) implements CheckState {}
}
