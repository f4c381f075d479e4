INSERT INTO snapshot (sha256, snapshot_id, source, format, cluster, captured_at, kubernetes_version) VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id
