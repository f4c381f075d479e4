INSERT INTO captured_list
  (snapshot, position, api_group, kind, path, resource_version, started_at, ended_at, pages, objects, status, consistent)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
