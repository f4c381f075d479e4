package org.safeguard.document;

import java.math.BigInteger;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/// Resolves plain scalars by YAML 1.1 as Kubernetes' own reader does: `0644` is 420 and `yes` is
/// true, while dates and base-60 numbers stay text.
final class YamlScalars {

  private final Resolver resolver = new Resolver();

  @Nullable Object value(ScalarEvent scalar) {
    String text = scalar.getValue();
    Tag tag = tag(scalar, text);
    if (tag.equals(Tag.NULL)) {
      return null;
    }
    if (tag.equals(Tag.BOOL)) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "true", "yes", "on", "y" -> true;
        default -> false;
      };
    }
    if (tag.equals(Tag.INT) && text.indexOf(':') < 0) {
      return integer(text);
    }
    if (tag.equals(Tag.FLOAT) && text.indexOf(':') < 0) {
      return decimal(text);
    }
    return text;
  }

  private Tag tag(ScalarEvent scalar, String text) {
    if (scalar.getTag() != null) {
      return new Tag(scalar.getTag());
    }
    return scalar.isPlain()
        ? resolver.resolve(NodeId.scalar, text, scalar.getImplicit().canOmitTagInPlainScalar())
        : Tag.STR;
  }

  private static Object integer(String text) {
    String digits = text.replace("_", "");
    boolean negative = digits.startsWith("-");
    String bare = digits.startsWith("-") || digits.startsWith("+") ? digits.substring(1) : digits;
    int radix = 10;
    if (bare.startsWith("0x")) {
      radix = 16;
      bare = bare.substring(2);
    } else if (bare.startsWith("0b")) {
      radix = 2;
      bare = bare.substring(2);
    } else if (bare.length() > 1 && bare.startsWith("0")) {
      radix = 8;
      bare = bare.startsWith("0o") ? bare.substring(2) : bare.substring(1);
    }
    try {
      BigInteger value = new BigInteger(negative ? "-" + bare : bare, radix);
      return value.bitLength() < Long.SIZE ? (Object) value.longValueExact() : value;
    } catch (NumberFormatException e) {
      return text;
    }
  }

  private static Object decimal(String text) {
    String digits = text.replace("_", "").toLowerCase(Locale.ROOT);
    return switch (digits) {
      case ".inf", "+.inf" -> Double.POSITIVE_INFINITY;
      case "-.inf" -> Double.NEGATIVE_INFINITY;
      case ".nan" -> Double.NaN;
      default -> parsed(digits, text);
    };
  }

  private static Object parsed(String digits, String text) {
    try {
      return Double.valueOf(digits);
    } catch (NumberFormatException e) {
      return text;
    }
  }
}
