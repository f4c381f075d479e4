package org.safeguard.capture;

import java.util.List;

/// Asks the user whether a program that a kubeconfig names may run. A kubeconfig comes from others,
/// and such a program may do anything the user may.
@FunctionalInterface
public interface ExecApproval {

  /// Never runs anything.
  ExecApproval NEVER = (command, contextName) -> false;

  /// Whether to run it; asked once for each connection.
  ///
  /// @param command the program and its arguments, exactly as they will be run
  boolean approve(List<String> command, String contextName);
}
