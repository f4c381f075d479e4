INSERT INTO risk
  (run, position, risk_id, title, safeguard, tier, assets, threat_source, threat_event, vulnerability,
   existing_controls, initiation, initiation_reason, adverse_impact, adverse_impact_reason, likelihood,
   impact, impact_reason, level, recommendation, citations)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
