package org.safeguard.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;
import org.safeguard.model.risk.Level;

class RiskTablesTest {

  /// As SP 800-30r1 prints them: the highest row first, the lowest column first.
  private static final List<Level> ROWS = Arrays.asList(Level.values()).reversed();

  @Test
  void overallLikelihoodIsTableG5() {
    assertEquals(
        """
        Very High | Low | Moderate | High | Very High | Very High
        High | Low | Moderate | Moderate | High | Very High
        Moderate | Low | Low | Moderate | Moderate | High
        Low | Very Low | Low | Low | Moderate | Moderate
        Very Low | Very Low | Very Low | Low | Low | Low
        """,
        printed(RiskTables::overallLikelihood));
  }

  @Test
  void riskLevelIsTableI2() {
    assertEquals(
        """
        Very High | Very Low | Low | Moderate | High | Very High
        High | Very Low | Low | Moderate | High | Very High
        Moderate | Very Low | Low | Moderate | Moderate | High
        Low | Very Low | Low | Low | Low | Moderate
        Very Low | Very Low | Very Low | Very Low | Low | Low
        """,
        printed(RiskTables::riskLevel));
  }

  @Test
  void examplesOfSp80066AreReproduced() {
    assertEquals(Level.LOW, RiskTables.overallLikelihood(Level.LOW, Level.MODERATE));
    assertEquals(Level.HIGH, RiskTables.overallLikelihood(Level.VERY_HIGH, Level.MODERATE));
  }

  @Test
  void tablesAreNoProduct() {
    assertEquals(Level.LOW, RiskTables.riskLevel(Level.VERY_HIGH, Level.LOW));
    assertEquals(Level.MODERATE, RiskTables.riskLevel(Level.LOW, Level.VERY_HIGH));
  }

  private static String printed(BinaryOperator<Level> table) {
    StringBuilder text = new StringBuilder();
    for (Level row : ROWS) {
      text.append(row.title());
      for (Level column : Level.values()) {
        text.append(" | ").append(table.apply(row, column).title());
      }
      text.append('\n');
    }
    return text.toString();
  }
}
