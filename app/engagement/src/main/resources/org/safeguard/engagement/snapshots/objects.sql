-- Objects of one chunk come together, so that each chunk is inflated once.
SELECT snapshot_object.*, object.chunk, object.offset, object.length
FROM snapshot_object JOIN object ON object.id = snapshot_object.object
WHERE snapshot_object.snapshot = ?
ORDER BY object.chunk, snapshot_object.position
