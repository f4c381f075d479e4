package org.safeguard.tools;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as Go writes them, such as `2160h0m0s`
/// ([format](https://pkg.go.dev/time#ParseDuration)).
final class GoDuration {

  private static final Pattern PART =
      Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)(ns|us|µs|ms|h|m|s)");
  private static final int LONGEST = 60;

  private GoDuration() {}

  static Optional<Duration> of(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    Duration sum = Duration.ZERO;
    Matcher part = PART.matcher(text);
    int end = 0;
    while (part.find() && part.start() == end) {
      sum = sum.plus(part(new BigDecimal(part.group(1)), part.group(2)));
      end = part.end();
    }
    return end == text.length() && end > 0 ? Optional.of(sum) : Optional.empty();
  }

  private static Duration part(BigDecimal count, String unit) {
    long nanos =
        switch (unit) {
          case "h" -> 3_600_000_000_000L;
          case "m" -> 60_000_000_000L;
          case "s" -> 1_000_000_000L;
          case "ms" -> 1_000_000L;
          case "us", "µs" -> 1_000L;
          default -> 1L;
        };
    BigDecimal all = count.multiply(BigDecimal.valueOf(nanos));
    BigDecimal[] seconds = all.divideAndRemainder(BigDecimal.valueOf(1_000_000_000L));
    return Duration.ofSeconds(seconds[0].longValue(), seconds[1].longValue());
  }
}
