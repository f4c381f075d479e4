INSERT INTO engagement (id, created_at, client, assessor, title, description) VALUES (1, ?, '', '', '', '')
