INSERT INTO evidence (run, position, length, body) VALUES (?, ?, ?, ?)
