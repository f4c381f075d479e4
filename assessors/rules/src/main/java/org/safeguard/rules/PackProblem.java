package org.safeguard.rules;

import java.util.Comparator;

/// Something wrong in a pack, with its place.
///
/// @param file relative to the pack, with `/` between folders
/// @param line from 1; 0 for the whole file
/// @param column from 1; 0 for the whole line
/// @param message what is wrong and what is expected, in one line
public record PackProblem(String file, int line, int column, String message)
    implements Comparable<PackProblem> {

  private static final Comparator<PackProblem> ORDER =
      Comparator.comparing(PackProblem::file)
          .thenComparingInt(PackProblem::line)
          .thenComparingInt(PackProblem::column)
          .thenComparing(PackProblem::message);

  @Override
  public int compareTo(PackProblem other) {
    return ORDER.compare(this, other);
  }

  /// `file:line:column: message`, without what is not known.
  @Override
  public String toString() {
    String place = file + (line > 0 ? ":" + line + (column > 0 ? ":" + column : "") : "");
    return place + ": " + message;
  }
}
