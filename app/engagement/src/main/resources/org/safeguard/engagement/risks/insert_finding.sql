INSERT INTO risk_finding (run, risk, position, verdict) VALUES (?, ?, ?, ?)
