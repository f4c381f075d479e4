SELECT api_version, kind, namespace, name, uid, resource_version FROM object_reference WHERE run = ? ORDER BY number
