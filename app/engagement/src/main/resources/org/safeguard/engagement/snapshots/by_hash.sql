SELECT id FROM snapshot WHERE sha256 = ?
