package org.safeguard.model.risk;

import java.util.List;

/// Who is assessed, by whom, and what is known of the ePHI.
///
/// @param client the client, empty when not said
/// @param assessor who assesses, empty when not said
/// @param title of the engagement, empty when not said
/// @param description what is in scope, in words; empty when not said
/// @param designations later ones win over earlier ones
public record Scope(
    String client,
    String assessor,
    String title,
    String description,
    List<Designation> designations) {

  /// Nothing said.
  public static final Scope NONE = new Scope("", "", "", "", List.of());

  public Scope {
    designations = List.copyOf(designations);
  }
}
