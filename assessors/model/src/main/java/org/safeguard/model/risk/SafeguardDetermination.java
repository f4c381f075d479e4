package org.safeguard.model.risk;

import org.safeguard.model.rule.Safeguard;

/// What the verdicts say about a safeguard.
///
/// @param safeguard the safeguard
/// @param state what follows from the counts
/// @param reason how it follows, in one sentence
/// @param passed number of passed verdicts of rules that support it
/// @param failed number of failed verdicts
/// @param notAssessed number of verdicts that could not be given
public record SafeguardDetermination(
    Safeguard safeguard,
    EvidenceState state,
    String reason,
    int passed,
    int failed,
    int notAssessed) {}
