package org.safeguard.model.rule;

import java.util.List;

/// How to make a failed rule pass: steps for a person, and where it can be stated, the value.
///
/// @param steps in plain words, in order; never empty
/// @param pointer JSON pointer relative to the fact's place, or after `pod:` to the pod spec of the
///     workload; empty when no single value is the fix
/// @param value the value as YAML text, empty when there is no pointer
public record Fix(List<String> steps, String pointer, String value) {

  public Fix {
    steps = List.copyOf(steps);
  }
}
