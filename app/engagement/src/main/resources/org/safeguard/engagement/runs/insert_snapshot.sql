INSERT INTO run_snapshot (run, position, snapshot) VALUES (?, ?, ?)
