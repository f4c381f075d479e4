package org.safeguard.model.rule;

/// A standard or implementation specification of 45 CFR Part 164 Subpart C.
///
/// @param id such as `164.312(a)(2)(iv)`
/// @param title its title
/// @param type `Standard`, `Required`, `Addressable`, … as in the rule's matrix
/// @param meaning in our own words
/// @param nist NIST SP 800-53r5 controls, as SP 800-66r2 maps them
/// @param observability how much a cluster can show
public record Citation(
    String id,
    String title,
    String type,
    String meaning,
    String nist,
    Observability observability) {

  /// How much a cluster or an image can show about a citation. None closes a citation alone.
  public enum Observability {
    /// Direct evidence of the technical part.
    DIRECT,
    /// Partial or supporting evidence.
    PARTIAL,
    /// Only attestation or documents.
    ATTESTATION
  }
}
