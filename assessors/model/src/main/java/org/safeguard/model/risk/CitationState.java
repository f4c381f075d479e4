package org.safeguard.model.risk;

import java.util.List;
import org.safeguard.model.rule.Citation;

/// What the safeguards say about a citation.
///
/// @param citation the citation
/// @param state what follows from its safeguards
/// @param reason how it follows, in one sentence
/// @param supporting ids of safeguards that support it
/// @param contradicting ids of safeguards that speak against it
/// @param openQuestions ids of questions without an answer
public record CitationState(
    Citation citation,
    EvidenceState state,
    String reason,
    List<String> supporting,
    List<String> contradicting,
    List<String> openQuestions) {

  public CitationState {
    supporting = List.copyOf(supporting);
    contradicting = List.copyOf(contradicting);
    openQuestions = List.copyOf(openQuestions);
  }
}
