package org.safeguard.redaction;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import org.safeguard.model.snapshot.ResourceType;

/// Numbers values in the order in which they are met, apart for each type, so that equal values are
/// known without storing anything that they could be guessed from. In memory it keeps a hash under
/// a key of its own, which is thrown away with it.
final class Fingerprints {

  private record Hash(long first, long second) {}

  private static final class Values {
    private final Map<Hash, Integer> numbers = new HashMap<>();
    private int last;
  }

  private final byte[] key = new byte[16];
  private final Map<ResourceType, Values> types = new HashMap<>();
  private final MessageDigest digest;

  Fingerprints() {
    new SecureRandom().nextBytes(key);
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  int number(ResourceType type, String value) {
    Values values = types.computeIfAbsent(type, _ -> new Values());
    return values.numbers.computeIfAbsent(hash(value), _ -> ++values.last);
  }

  /// Leaves a number alone that a marker of the source bears already.
  void taken(ResourceType type, int number) {
    Values values = types.computeIfAbsent(type, _ -> new Values());
    values.last = Math.max(values.last, number);
  }

  private Hash hash(String value) {
    digest.update(key);
    ByteBuffer bytes = ByteBuffer.wrap(digest.digest(value.getBytes(StandardCharsets.UTF_8)));
    return new Hash(bytes.getLong(), bytes.getLong());
  }
}
