package org.safeguard.desktop.usecase;

import java.util.Comparator;
import org.safeguard.model.snapshot.Coverage;
import org.safeguard.model.snapshot.TypeCoverage;

/// Coverage in the order in which people want to read it: what is missing, what is there, what was
/// left out on purpose, what does not exist.
public final class CoverageOrder {

  /// What is missing first, then by type.
  public static final Comparator<TypeCoverage> GAPS_FIRST =
      Comparator.comparingInt((TypeCoverage type) -> rank(type.state()))
          .thenComparing(TypeCoverage::type);

  private CoverageOrder() {}

  /// Whether something is missing that could be there.
  public static boolean isGap(Coverage state) {
    return rank(state) == 0;
  }

  private static int rank(Coverage state) {
    return switch (state) {
      case FORBIDDEN, FAILED, PARTIAL -> 0;
      case CAPTURED -> 1;
      case UNKNOWN -> 2;
      case ABSENT -> 3;
    };
  }
}
