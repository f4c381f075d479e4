package org.safeguard.model.fact;

/// Why something could not be assessed.
///
/// @param code the sort of gap
/// @param detail what is missing and what evidence would settle it, in plain words
public record Cause(Code code, String detail) {

  /// The sorts of gaps.
  public enum Code {
    /// The source holds nothing about a type that the rule needs.
    NOT_CAPTURED,
    /// The API server refused to list a type that the rule needs.
    FORBIDDEN,
    /// The API server does not serve a type that the rule needs.
    ABSENT,
    /// The value was dropped before it reached us.
    REDACTED,
    /// The provider runs this part; only the provider's evidence can settle it.
    PROVIDER_MANAGED,
    /// An object that is referred to is not in the snapshot.
    UNRESOLVED,
    /// A value is of a shape that Kubernetes would refuse.
    MALFORMED,
    /// The rule's expression could not be evaluated.
    EXPRESSION_ERROR
  }
}
