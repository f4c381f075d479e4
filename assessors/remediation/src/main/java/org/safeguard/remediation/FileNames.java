package org.safeguard.remediation;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Names of objects as parts of file names. A name that holds anything but lower case letters,
/// digits, dots and dashes gets its hash behind it, so that no two names become one and none leaves
/// its folder.
final class FileNames {

  private static final int LONGEST = 100;

  private FileNames() {}

  static String safe(String name) {
    String plain = name.replaceAll("[^a-z0-9.-]", "-").replaceAll("^\\.+", "-");
    boolean same = plain.equals(name) && name.length() <= LONGEST && !name.isEmpty();
    if (same) {
      return name;
    }
    String hash =
        HexFormat.of()
            .toHexDigits(java.util.Arrays.hashCode(name.getBytes(StandardCharsets.UTF_8)));
    return plain.substring(0, Math.min(plain.length(), LONGEST)) + "-" + hash;
  }
}
