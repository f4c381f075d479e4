package org.safeguard.capture;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.safeguard.model.tree.ObjectNode;

/// What a JSON Web Token (RFC 7519) says of itself. Its signature is not checked: this is only for
/// telling the user whose token it is and when it ends.
///
/// @param subject the user, empty for an opaque token
/// @param expires null where it does not say
record TokenClaims(String subject, @Nullable Instant expires) {

  private static final TokenClaims OPAQUE = new TokenClaims("", null);

  static TokenClaims of(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return OPAQUE;
    }
    try {
      String json = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
      ObjectNode claims = SmallJson.object(new StringReader(json));
      return new TokenClaims(
          user(claims), claims.number("exp").map(Instant::ofEpochSecond).orElse(null));
    } catch (IllegalArgumentException | DateTimeException | IOException e) {
      return OPAQUE;
    }
  }

  private static String user(ObjectNode claims) {
    return claims
        .text("email")
        .or(() -> claims.text("preferred_username"))
        .or(() -> claims.text("sub"))
        .orElse("")
        .replaceAll("\\p{Cntrl}", " ");
  }
}
