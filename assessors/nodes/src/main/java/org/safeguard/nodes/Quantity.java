package org.safeguard.nodes;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Amounts as Kubernetes writes them
/// ([Quantity](https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/)).
final class Quantity {

  private static final Pattern FORM =
      Pattern.compile(
          "([+-]?[0-9]{1,18}(?:\\.[0-9]{1,9})?)([eE][+-]?[0-9]{1,2}|[numkMGTPE]|[KMGTPE]i)?");
  private static final List<String> BINARY = List.of("Ki", "Mi", "Gi", "Ti", "Pi", "Ei");
  private static final Map<String, Integer> DECIMAL =
      Map.of("n", -9, "u", -6, "m", -3, "k", 3, "M", 6, "G", 9, "T", 12, "P", 15, "E", 18);
  private static final int STEP = 1024;

  private Quantity() {}

  /// The amount, empty for what is none.
  static Optional<BigDecimal> of(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String unit = parts.group(2) == null ? "" : parts.group(2);
    BigDecimal number = new BigDecimal(parts.group(1));
    if (DECIMAL.containsKey(unit)) {
      return Optional.of(number.scaleByPowerOfTen(DECIMAL.get(unit)));
    }
    return Optional.of(
        BINARY.contains(unit)
            ? number.multiply(BigDecimal.valueOf(STEP).pow(BINARY.indexOf(unit) + 1))
            : new BigDecimal(parts.group(1) + unit));
  }
}
