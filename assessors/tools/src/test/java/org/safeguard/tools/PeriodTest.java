package org.safeguard.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 2 * * *        | 24
          0 */6 * * *      | 6
          30 1,13 * * *    | 12
          0 * * * *        | 1
          0 2 * * 0        | 168
          0 2 * * 1-5      | 72
          0 2 1 * *        | 744
          0 0 2 * * *      | 24
          @hourly          | 1
          @daily           | 24
          @weekly          | 168
          @every 8h        | 8
          @every 90m       | 1
          sometimes        | 24
          """)
  void theTextOfAScheduleTellsHowOftenItRuns(String schedule, long hours) {
    assertEquals(hours, Period.hours(schedule));
  }

  @Test
  void anyTextGivesATimeThatIsNotNegative() {
    Random random = new Random(4);
    String alphabet = "0123456789*/,-@evryhms ?";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(20); n > 0; n--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      assertTrue(Period.hours(text.toString()) > 0, text.toString());
    }
  }
}
