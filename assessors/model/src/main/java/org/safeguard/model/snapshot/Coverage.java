package org.safeguard.model.snapshot;

/// What a snapshot knows of one type of object.
public enum Coverage {
  /// The objects of this type are here, be they none.
  CAPTURED,
  /// The API server refused the list.
  FORBIDDEN,
  /// The API server does not serve this type.
  ABSENT,
  /// Only part of the list is here, for example one page or some namespaces.
  PARTIAL,
  /// The list was asked for and broke off before any of it could be kept; the cause says how.
  FAILED,
  /// Nobody can say: the source holds nothing about this type.
  UNKNOWN
}
