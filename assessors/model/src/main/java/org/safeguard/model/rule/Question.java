package org.safeguard.model.rule;

/// Something only a person can answer.
///
/// @param id such as `Q-GOV-04-1`
/// @param safeguard the safeguard it settles
/// @param text the question
/// @param guidance what a good answer looks like, and sample evidence
/// @param whoKnows the role that would know
public record Question(
    String id, String safeguard, String text, String guidance, String whoKnows) {}
