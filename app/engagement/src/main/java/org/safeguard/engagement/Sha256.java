package org.safeguard.engagement;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.safeguard.document.Digests;

/// A SHA-256 over a row of values. Each goes in with its length, so that no two different rows can
/// look the same; null differs from empty.
final class Sha256 {

  private final MessageDigest digest = Digests.sha256();

  static byte[] of(byte[] bytes) {
    return Digests.sha256().digest(bytes);
  }

  Sha256 add(@Nullable String text) {
    return add(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
  }

  Sha256 add(byte @Nullable [] bytes) {
    digest.update(ByteBuffer.allocate(4).putInt(bytes == null ? -1 : bytes.length).flip());
    if (bytes != null) {
      digest.update(bytes);
    }
    return this;
  }

  Sha256 add(long number) {
    digest.update(ByteBuffer.allocate(8).putLong(number).flip());
    return this;
  }

  byte[] bytes() {
    return digest.digest();
  }

  String hex() {
    return HexFormat.of().formatHex(bytes());
  }
}
