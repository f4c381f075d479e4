SELECT * FROM redaction WHERE snapshot = ? ORDER BY position
