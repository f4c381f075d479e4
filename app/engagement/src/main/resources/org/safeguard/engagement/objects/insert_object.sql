INSERT INTO object (id, sha256, chunk, offset, length) VALUES (?, ?, ?, ?, ?)
