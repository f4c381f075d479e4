package org.safeguard.engagement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Who changed what, and when.
///
/// @param sequence from 1 without gaps
/// @param at when
/// @param who the user's name on the machine, empty when it has none
/// @param what `created`, `assessed` or `scope changed`
/// @param before JSON of what was there, null when nothing was
/// @param after JSON of what is there now, null when nothing is
/// @param previousHash the hash of the entry before, 64 zeros for the first
/// @param hash SHA-256 over all of the above, lower-case hexadecimal
public record JournalEntry(
    long sequence,
    Instant at,
    String who,
    String what,
    @Nullable String before,
    @Nullable String after,
    String previousHash,
    String hash) {}
