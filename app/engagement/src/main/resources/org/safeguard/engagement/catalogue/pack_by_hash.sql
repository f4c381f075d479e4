SELECT id FROM pack WHERE sha256 = ?
