package org.safeguard.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Tells a file that is encrypted with age, so that whoever reads it says what to do instead of
/// calling it damaged.
public final class AgeFile {

  private static final byte[] BINARY = ascii("age-encryption.org/");
  private static final byte[] ARMOURED = ascii("-----BEGIN AGE ENCRYPTED FILE-----");

  private AgeFile() {}

  /// @param head the first bytes of a file
  public static boolean isOne(byte[] head) {
    return startsWith(head, BINARY) || startsWith(head, ARMOURED);
  }

  /// The words for an encrypted file.
  public static UnsoundBundleException refusal() {
    return new UnsoundBundleException(
        "it is encrypted with age",
        "Decrypt it first: safeguard bundle decrypt FILE --identity KEYFILE -o BUNDLE.zip");
  }

  /// @param in marked and reset
  /// @throws UnsoundBundleException when it is encrypted
  static void refuse(InputStream in) throws IOException {
    in.mark(ARMOURED.length);
    byte[] head = in.readNBytes(ARMOURED.length);
    in.reset();
    if (isOne(head)) {
      throw refusal();
    }
  }

  private static boolean startsWith(byte[] head, byte[] start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= head.length || head[i] != start[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
