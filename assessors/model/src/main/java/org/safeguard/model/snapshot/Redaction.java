package org.safeguard.model.snapshot;

import java.util.Comparator;

/// How often a value was taken out, or kept, at one kind of place. Never holds a value.
///
/// @param type of the objects
/// @param path of the place with `*` for names and positions, such as
///     `/spec/containers/*/env/*/value`
/// @param reason why it was taken out, or what was kept, in plain words
/// @param kept true for literal values that stayed because they do not look like secrets
/// @param count values at such places
public record Redaction(ResourceType type, String path, String reason, boolean kept, long count)
    implements Comparable<Redaction> {

  private static final Comparator<Redaction> ORDER =
      Comparator.comparing(Redaction::kept)
          .thenComparing(Redaction::type)
          .thenComparing(Redaction::path)
          .thenComparing(Redaction::reason)
          .thenComparingLong(Redaction::count);

  @Override
  public int compareTo(Redaction other) {
    return ORDER.compare(this, other);
  }
}
