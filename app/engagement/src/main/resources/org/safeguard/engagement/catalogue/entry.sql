SELECT kind, content FROM catalogue_entry WHERE id = ?
