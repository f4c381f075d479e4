package org.safeguard.podsecurity;

import java.util.List;
import org.safeguard.model.fact.Cause;
import org.safeguard.model.fact.Reading;

/// What one check says of one pod.
public sealed interface CheckOutcome {

  /// The check forbids nothing here.
  record Allowed() implements CheckOutcome {}

  /// The check refuses the pod, whatever else may be hidden.
  ///
  /// @param reason as the admission plug-in words it
  /// @param detail the same
  /// @param readings the values that break it
  record Forbidden(String reason, String detail, List<Reading> readings) implements CheckOutcome {

    public Forbidden {
      readings = List.copyOf(readings);
    }

    /// As the API server shows it: `host namespaces (hostPID=true)`.
    public String message() {
      return reason + " (" + detail + ")";
    }
  }

  /// Nothing readable breaks the check, but not everything can be read.
  ///
  /// @param cause why
  /// @param readings what could not be read
  record Unknown(Cause cause, List<Reading> readings) implements CheckOutcome {

    public Unknown {
      readings = List.copyOf(readings);
    }
  }

  default boolean isAllowed() {
    return this instanceof Allowed;
  }

  default boolean isForbidden() {
    return this instanceof Forbidden;
  }
}
