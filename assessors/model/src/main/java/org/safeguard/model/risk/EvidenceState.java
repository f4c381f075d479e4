package org.safeguard.model.risk;

/// What the evidence says about a safeguard or a citation. No state says that a citation is closed.
public enum EvidenceState {
  /// What could be examined supports it.
  SUPPORTED,
  /// Something that was examined speaks against it.
  CONTRADICTED,
  /// Only a person can say.
  ATTESTATION_NEEDED,
  /// It could be examined, and the snapshot does not allow it.
  NOT_ASSESSED
}
