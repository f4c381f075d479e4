INSERT INTO object_reference (run, number, api_version, kind, namespace, name, uid, resource_version)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
