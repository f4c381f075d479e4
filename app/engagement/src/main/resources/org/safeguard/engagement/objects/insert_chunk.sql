INSERT INTO object_chunk (id, length, body) VALUES (?, ?, ?)
