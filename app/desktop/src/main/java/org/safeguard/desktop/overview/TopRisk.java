package org.safeguard.desktop.overview;

import org.safeguard.model.risk.Risk;

/// One of the worst risks, with what could not be looked at beside what was found.
///
/// @param rank from 1
/// @param risk the risk
/// @param notAssessed verdicts of the same safeguard that nobody could give
public record TopRisk(int rank, Risk risk, int notAssessed) {}
