package org.safeguard.rules;

import java.util.Collection;
import java.util.List;

/// A pack that cannot be used, with everything that is wrong in it.
public final class PackException extends Exception {

  private final transient List<PackProblem> problems;

  /// @param problems at least one
  public PackException(Collection<PackProblem> problems) {
    super(message(problems.stream().sorted().distinct().toList()));
    this.problems = problems.stream().sorted().distinct().toList();
  }

  /// All problems, sorted by place.
  public List<PackProblem> problems() {
    return problems;
  }

  private static String message(List<PackProblem> problems) {
    String more = problems.size() > 1 ? " (and " + (problems.size() - 1) + " more problems)" : "";
    return problems.getFirst() + more;
  }
}
