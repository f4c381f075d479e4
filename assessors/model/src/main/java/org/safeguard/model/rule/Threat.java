package org.safeguard.model.rule;

/// The threat that a missing safeguard leaves open, in the terms of NIST SP 800-30r1.
///
/// @param source threat source (table D-2), such as `Adversarial: outsider`
/// @param event threat event, in words a manager understands
/// @param vulnerability the weakness when the safeguard is missing
/// @param recommendation what to do about it
/// @param adversarial whether the source acts on purpose (table G-2 rather than G-3)
/// @param patientSafety whether the event can delay or falsify care
public record Threat(
    String source,
    String event,
    String vulnerability,
    String recommendation,
    boolean adversarial,
    boolean patientSafety) {}
