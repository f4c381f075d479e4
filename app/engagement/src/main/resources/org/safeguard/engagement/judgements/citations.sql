SELECT * FROM citation_state WHERE run = ? ORDER BY position
