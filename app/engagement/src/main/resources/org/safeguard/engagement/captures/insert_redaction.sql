INSERT INTO redaction (snapshot, position, api_group, kind, path, reason, kept, count) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
