package org.safeguard.model.verdict;

/// A value that would make a failed verdict pass.
///
/// @param pointer JSON pointer in the object that was assessed
/// @param value as YAML text
public record ProposedValue(String pointer, String value) {}
