package org.safeguard.reporting;

import org.safeguard.model.risk.Level;

/// Tables G-5 and I-2 of NIST SP 800-30r1, written out for the template and for the tests.
///
/// Rows from Very Low to Very High (initiation, likelihood), columns likewise (adverse impact,
/// impact). V, L, M, H, X stand for Very Low, Low, Moderate, High, Very High.
final class Matrices {

  private static final String LETTERS = "VLMHX";
  private static final String[] G5 = {"VVLLL", "VLLMM", "LLMMH", "LMMHX", "LMHXX"};
  private static final String[] I2 = {"VVVLL", "VLLLM", "VLMMH", "VLMHX", "VLMHX"};

  private Matrices() {}

  static Level overallLikelihood(Level initiation, Level adverseImpact) {
    return level(G5[initiation.ordinal()].charAt(adverseImpact.ordinal()));
  }

  static Level riskLevel(Level likelihood, Level impact) {
    return level(I2[likelihood.ordinal()].charAt(impact.ordinal()));
  }

  private static Level level(char letter) {
    return Level.values()[LETTERS.indexOf(letter)];
  }
}
