SELECT * FROM risk WHERE run = ? ORDER BY position
