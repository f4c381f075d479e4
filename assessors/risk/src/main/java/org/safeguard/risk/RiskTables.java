package org.safeguard.risk;

import static org.safeguard.model.risk.Level.HIGH;
import static org.safeguard.model.risk.Level.LOW;
import static org.safeguard.model.risk.Level.MODERATE;
import static org.safeguard.model.risk.Level.VERY_HIGH;
import static org.safeguard.model.risk.Level.VERY_LOW;

import java.util.List;
import org.safeguard.model.risk.Level;

/// The two look-up tables of
/// [NIST SP 800-30r1](https://csrc.nist.gov/pubs/sp/800/30/r1/final) that make a level of risk.
/// They are looked up, never multiplied: a product gives other answers.
public final class RiskTables {

  // Rows: likelihood of initiation or occurrence; columns: likelihood of adverse impact.
  private static final List<List<Level>> G5 =
      List.of(
          List.of(VERY_LOW, VERY_LOW, LOW, LOW, LOW),
          List.of(VERY_LOW, LOW, LOW, MODERATE, MODERATE),
          List.of(LOW, LOW, MODERATE, MODERATE, HIGH),
          List.of(LOW, MODERATE, MODERATE, HIGH, VERY_HIGH),
          List.of(LOW, MODERATE, HIGH, VERY_HIGH, VERY_HIGH));

  // Rows: overall likelihood; columns: level of impact.
  private static final List<List<Level>> I2 =
      List.of(
          List.of(VERY_LOW, VERY_LOW, VERY_LOW, LOW, LOW),
          List.of(VERY_LOW, LOW, LOW, LOW, MODERATE),
          List.of(VERY_LOW, LOW, MODERATE, MODERATE, HIGH),
          List.of(VERY_LOW, LOW, MODERATE, HIGH, VERY_HIGH),
          List.of(VERY_LOW, LOW, MODERATE, HIGH, VERY_HIGH));

  private RiskTables() {}

  /// Overall likelihood (table G-5).
  ///
  /// @param initiation likelihood that the threat event is initiated or occurs
  /// @param adverseImpact likelihood that the event results in adverse impact
  public static Level overallLikelihood(Level initiation, Level adverseImpact) {
    return G5.get(initiation.ordinal()).get(adverseImpact.ordinal());
  }

  /// Level of risk (table I-2).
  ///
  /// @param likelihood overall likelihood
  /// @param impact level of impact
  public static Level riskLevel(Level likelihood, Level impact) {
    return I2.get(likelihood.ordinal()).get(impact.ordinal());
  }
}
