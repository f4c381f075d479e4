INSERT INTO snapshot_object
  (snapshot, position, api_version, kind, namespace, name, uid, resource_version, file, object)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
