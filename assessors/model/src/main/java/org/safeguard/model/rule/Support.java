package org.safeguard.model.rule;

/// The support that a rule gives to a safeguard.
///
/// @param safeguard the safeguard's id
/// @param strength how well
public record Support(String safeguard, Strength strength) {}
