package org.safeguard.model.snapshot;

/// A file that was read, for the list of sources in the workbook.
///
/// @param file relative to the source
/// @param bytes its length as read
/// @param sha256 lower-case hexadecimal of its bytes as read
public record SourceFile(String file, long bytes, String sha256) {}
