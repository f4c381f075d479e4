package org.safeguard.desktop.task;

/// Why work could not be done, for people.
///
/// @param what one line: what, where, why
/// @param remedy what to do about it
/// @param code short code of a fault of ours, to be reported; empty for ordinary failures
public record Failure(String what, String remedy, String code) {}
