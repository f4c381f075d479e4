package org.safeguard.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GoDurationTest {

  @Test
  void unitsAddUp() {
    assertEquals(Optional.of(Duration.ofDays(90)), GoDuration.of("2160h0m0s"));
    assertEquals(Optional.of(Duration.ofMinutes(90)), GoDuration.of("1.5h"));
    assertEquals(Optional.of(Duration.ofMillis(1500)), GoDuration.of("1s500ms"));
  }

  @Test
  void whatIsNoDurationIsNone() {
    for (String text : List.of("", "90", "90d", "h", "1h ", "1h1", "-1h", "1h".repeat(40))) {
      assertEquals(Optional.empty(), GoDuration.of(text), text);
    }
  }

  @Test
  void whatIsWrittenIsRead() {
    Random random = new Random(4);
    for (int i = 0; i < 2_000; i++) {
      long hours = random.nextInt(100_000);
      long minutes = random.nextInt(60);
      long seconds = random.nextInt(60);
      assertEquals(
          Optional.of(Duration.ofHours(hours).plusMinutes(minutes).plusSeconds(seconds)),
          GoDuration.of(hours + "h" + minutes + "m" + seconds + "s"));
    }
  }
}
