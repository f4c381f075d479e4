package org.safeguard.rules;

import java.util.ArrayList;
import java.util.List;

/// A way from a variable to a value in it, such as `workload`, `containers`, 2, `image`. Means the
/// same for every fact with the same values, so one explanation serves them all.
///
/// @param variable where it starts
/// @param steps names of components (`String`) and positions in lists (`Integer`)
record Trail(String variable, List<Object> steps) {

  Trail {
    steps = List.copyOf(steps);
  }

  static Trail of(String variable) {
    return new Trail(variable, List.of());
  }

  Trail then(Object step) {
    List<Object> longer = new ArrayList<>(steps);
    longer.add(step);
    return new Trail(variable, longer);
  }
}
