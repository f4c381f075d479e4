package org.safeguard.snapshot;

/// What a file is, from its first bytes.
enum Shape {
  EMPTY,
  GZIP,
  XZ,
  ZSTD,
  ZIP,
  TAR,
  TEXT;

  /// Enough for the magic of a tar archive and for the first lines of a text.
  static final int HEAD = 4096;

  private static final int TAR_MAGIC = 257;

  static Shape of(byte[] head) {
    if (head.length == 0) {
      return EMPTY;
    }
    if (magic(head, 0, "\u001f\u008b")) {
      return GZIP;
    }
    if (magic(head, 0, "\u00fd7zXZ\0")) {
      return XZ;
    }
    if (magic(head, 0, "(\u00b5/\u00fd")) {
      return ZSTD;
    }
    if (magic(head, 0, "PK\u0003\u0004") || magic(head, 0, "PK\u0005\u0006")) {
      return ZIP;
    }
    return magic(head, TAR_MAGIC, "ustar") ? TAR : TEXT;
  }

  private static boolean magic(byte[] head, int at, String magic) {
    if (head.length < at + magic.length()) {
      return false;
    }
    for (int i = 0; i < magic.length(); i++) {
      if ((head[at + i] & 0xff) != magic.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
