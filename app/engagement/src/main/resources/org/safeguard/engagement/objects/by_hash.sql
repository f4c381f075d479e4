SELECT id FROM object WHERE sha256 = ?
