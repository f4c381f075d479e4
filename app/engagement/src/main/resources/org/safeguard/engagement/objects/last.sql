SELECT (SELECT coalesce(max(id), 0) FROM object) AS object, (SELECT coalesce(max(id), 0) FROM object_chunk) AS chunk
