INSERT INTO skipped (snapshot, position, file, line, kind, reason) VALUES (?, ?, ?, ?, ?, ?)
