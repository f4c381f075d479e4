package org.safeguard.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Message digests that every Java platform has.
public final class Digests {

  private Digests() {}

  /// A fresh SHA-256 (FIPS 180-4).
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
