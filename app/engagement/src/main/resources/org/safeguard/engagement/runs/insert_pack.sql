INSERT INTO run_pack (run, position, pack) VALUES (?, ?, ?)
