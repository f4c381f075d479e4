package org.safeguard.redaction;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.safeguard.model.tree.Node;
import org.safeguard.model.tree.Redacted;
import org.safeguard.model.tree.ScalarNode;

/// The markers that stand for the values of a Secret: they say whether the source held the value
/// in clear.
final class SecretValues {

  /// The source held the value itself.
  static final Redacted IN_CLEAR = new Redacted("secret value, was in clear");

  /// The source held a marker in place of the value.
  static final Redacted ELIDED = new Redacted("secret value");

  /// The source held a certificate, which is public.
  static final Redacted CERTIFICATE = new Redacted("secret value, a certificate");

  private static final Set<String> CERTIFICATES = Set.of("tls.crt", "ca.crt", "service-ca.crt");
  private static final Pattern MARKER =
      Pattern.compile(
          "\\s*|\\d+ bytes long|\\*+(HIDDEN)?\\**|[<\\[(]?(redacted|removed|masked|hidden)[>\\])]?",
          Pattern.CASE_INSENSITIVE);

  private SecretValues() {}

  /// The marker for the value of a key.
  static Redacted marker(String key, Node value) {
    if (!(value instanceof ScalarNode scalar)) {
      return IN_CLEAR;
    }
    String text = scalar.text();
    for (Redacted known : List.of(IN_CLEAR, ELIDED, CERTIFICATE)) {
      if (text.equals(known.toString())) {
        return known;
      }
    }
    if (text.length() <= 64 && (MARKER.matcher(text).matches() || isEncodedMarker(text))) {
      return ELIDED;
    }
    return CERTIFICATES.contains(key) ? CERTIFICATE : IN_CLEAR;
  }

  private static boolean isEncodedMarker(String text) {
    try {
      byte[] decoded = Base64.getDecoder().decode(text);
      return MARKER.matcher(new String(decoded, StandardCharsets.UTF_8)).matches();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
