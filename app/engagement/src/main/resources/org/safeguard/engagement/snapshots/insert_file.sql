INSERT INTO source_file (snapshot, position, file, bytes, sha256) VALUES (?, ?, ?, ?, ?)
