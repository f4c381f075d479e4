package org.safeguard.admission;

import java.util.List;

/// Reads the policies of one engine.
interface Policies {

  /// The policies, in the order of their identity.
  List<PolicyDraft> read();
}
