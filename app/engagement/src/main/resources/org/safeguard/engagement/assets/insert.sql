INSERT INTO asset
  (run, position, object, ephi, designated_by, data_kind, owner, criticality, storage, exposure, replicas, images)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
