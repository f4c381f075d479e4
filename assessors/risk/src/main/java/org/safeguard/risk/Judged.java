package org.safeguard.risk;

import java.util.List;
import org.safeguard.model.risk.CitationState;
import org.safeguard.model.risk.Risk;
import org.safeguard.model.risk.SafeguardDetermination;

/// What [Judgement] concludes.
///
/// @param safeguards in the order of the catalogue, every one
/// @param citations in the order of the regulation, every one
/// @param risks highest level first
public record Judged(
    List<SafeguardDetermination> safeguards, List<CitationState> citations, List<Risk> risks) {

  public Judged {
    safeguards = List.copyOf(safeguards);
    citations = List.copyOf(citations);
    risks = List.copyOf(risks);
  }
}
