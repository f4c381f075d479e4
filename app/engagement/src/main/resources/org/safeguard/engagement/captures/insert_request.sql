INSERT INTO capture_request (snapshot, position, at, method, path, status, bytes) VALUES (?, ?, ?, ?, ?, ?, ?)
