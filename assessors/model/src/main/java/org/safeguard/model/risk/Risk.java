package org.safeguard.model.risk;

import java.util.List;

/// A risk proposed from the findings of one safeguard on assets of one ePHI tier.
///
/// @param id stable, such as `R-WRK-01-UNKNOWN`
/// @param title in words a manager understands
/// @param safeguard the safeguard whose absence makes the risk
/// @param tier ePHI tier of the assets
/// @param assets affected assets as `Kind namespace/name`, sorted
/// @param threatSource as in the threat
/// @param threatEvent as in the threat
/// @param vulnerability what the findings show
/// @param existingControls what passed for the same assets
/// @param initiation likelihood of initiation or occurrence (SP 800-30r1 tables G-2, G-3)
/// @param adverseImpact likelihood that it results in adverse impact (table G-4)
/// @param likelihood overall (table G-5)
/// @param impact level of impact (table H-3)
/// @param level level of risk (table I-2)
/// @param recommendation what to do
/// @param citations citations concerned
/// @param findings ids of the failed verdicts
public record Risk(
    String id,
    String title,
    String safeguard,
    EphiTier tier,
    List<String> assets,
    String threatSource,
    String threatEvent,
    String vulnerability,
    String existingControls,
    Rating initiation,
    Rating adverseImpact,
    Level likelihood,
    Rating impact,
    Level level,
    String recommendation,
    List<String> citations,
    List<String> findings) {

  public Risk {
    assets = List.copyOf(assets);
    citations = List.copyOf(citations);
    findings = List.copyOf(findings);
  }
}
