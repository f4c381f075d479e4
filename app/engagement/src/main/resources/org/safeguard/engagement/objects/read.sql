-- ?1 run, ?2 kind, ?3 name, ?4 namespace, ?5 uid, ?6 apiVersion.
-- A manifest that names no namespace is shown as `default`. Any version of the same group will do.
SELECT snapshot_object.file, object.offset, object.length, object_chunk.length AS inflated, object_chunk.body
FROM run_snapshot
JOIN snapshot_object ON snapshot_object.snapshot = run_snapshot.snapshot
JOIN object ON object.id = snapshot_object.object
JOIN object_chunk ON object_chunk.id = object.chunk
WHERE run_snapshot.run = ?1
  AND snapshot_object.kind = ?2
  AND snapshot_object.name = ?3
  AND (snapshot_object.namespace = ?4 OR (?4 = 'default' AND snapshot_object.namespace = ''))
  AND substr(snapshot_object.api_version, 1, instr(snapshot_object.api_version, '/')) = substr(?6, 1, instr(?6, '/'))
ORDER BY snapshot_object.uid IS ?5 DESC,
  snapshot_object.api_version = ?6 DESC,
  snapshot_object.namespace = ?4 DESC,
  run_snapshot.position,
  snapshot_object.position
LIMIT 1
