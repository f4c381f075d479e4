package org.safeguard.model.fact;

/// A fact or a part of one that knows where its values were read.
public interface Traced {

  /// Where the values were read.
  Provenance provenance();
}
