SELECT id FROM catalogue_entry WHERE sha256 = ?
