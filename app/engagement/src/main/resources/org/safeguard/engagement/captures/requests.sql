SELECT * FROM capture_request WHERE snapshot = ? ORDER BY position
