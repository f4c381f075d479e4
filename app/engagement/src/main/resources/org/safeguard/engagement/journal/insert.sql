INSERT INTO journal (sequence, at, who, what, before, after, previous_hash, hash)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
