SELECT * FROM safeguard_determination WHERE run = ? ORDER BY position
