INSERT INTO safeguard_determination (run, position, safeguard, state, reason, passed, failed, not_assessed)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
