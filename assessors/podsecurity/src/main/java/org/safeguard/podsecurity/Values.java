package org.safeguard.podsecurity;

import org.safeguard.objects.Value;

/// Questions to values that the checks share.
final class Values {

  private Values() {}

  static boolean isAbsent(Value<?> value) {
    return value instanceof Value.Absent<?>;
  }
}
