SELECT file, bytes, sha256 FROM source_file WHERE snapshot = ? ORDER BY position
