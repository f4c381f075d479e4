INSERT INTO catalogue_entry (sha256, kind, code, content) VALUES (?, ?, ?, ?) RETURNING id
