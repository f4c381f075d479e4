package org.safeguard.model.verdict;

/// One value that a verdict rests on.
///
/// @param object the object it was read from
/// @param pointer JSON pointer (RFC 6901) of the value, or of where it would be
/// @param observed the value, or `absent (default: …)`
/// @param file the file or archive entry
/// @param line from 1; 0 when there is no line
public record Evidence(
    ObjectReference object, String pointer, String observed, String file, int line) {}
