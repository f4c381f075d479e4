package org.safeguard.engagement;

/// The first place where the journal does not hold together.
///
/// @param sequence the entry; 0 for the journal as a whole
/// @param why in plain words
public record JournalBreak(long sequence, String why) {}
