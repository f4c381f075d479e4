INSERT INTO pack (sha256, pack_id, version, title, description, pack_sha256) VALUES (?, ?, ?, ?, ?, ?) RETURNING id
