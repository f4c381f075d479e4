package org.safeguard.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuantityTest {

  private static void same(String one, String other) {
    assertEquals(
        0, Quantity.of(one).orElseThrow().compareTo(Quantity.of(other).orElseThrow()), one);
  }

  @Test
  void unitsAreWhatKubernetesTakesThemFor() {
    same("1500m", "1.5");
    same("1Ki", "1024");
    same("1G", "1e9");
    same("2Mi", "2097152");
    same("12E", "12e18");
    assertEquals(new BigDecimal("0.1"), Quantity.of("100m").orElseThrow().stripTrailingZeros());
  }

  @Test
  void whatIsNoQuantityIsNone() {
    for (String text : List.of("", "abc", "1KB", "1 Gi", "--1", "1..5", "***HIDDEN***")) {
      assertTrue(Quantity.of(text).isEmpty(), text);
    }
  }

  @Test
  void anyTextIsEitherAQuantityOrNone() {
    Random random = new Random(4);
    String letters = "0123456789.eEnumkKMGi+-";
    for (int round = 0; round < 5_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(8); i > 0; i--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      Quantity.of(text.toString()).ifPresent(amount -> assertTrue(amount.precision() < 100));
    }
  }
}
