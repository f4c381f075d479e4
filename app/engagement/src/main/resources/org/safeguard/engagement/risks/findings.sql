SELECT risk, verdict FROM risk_finding WHERE run = ? ORDER BY risk, position
