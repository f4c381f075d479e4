package org.safeguard.model.risk;

/// A proposed level and why.
///
/// @param level the proposal
/// @param reason in words a manager can check
public record Rating(Level level, String reason) {}
