SELECT position, length, body FROM evidence WHERE run = ? ORDER BY position
