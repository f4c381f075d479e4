INSERT INTO coverage (snapshot, position, api_group, kind, state, count, cause) VALUES (?, ?, ?, ?, ?, ?, ?)
