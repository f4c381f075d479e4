SELECT length, body FROM object_chunk WHERE id = ?
