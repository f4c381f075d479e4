SELECT run.*,
  (SELECT json_group_array(DISTINCT snapshot.cluster)
   FROM run_snapshot JOIN snapshot ON snapshot.id = run_snapshot.snapshot
   WHERE run_snapshot.run = run.id AND snapshot.cluster <> '') AS clusters,
  (SELECT json_group_array(snapshot.captured_at)
   FROM run_snapshot JOIN snapshot ON snapshot.id = run_snapshot.snapshot
   WHERE run_snapshot.run = run.id AND snapshot.captured_at IS NOT NULL) AS captured
FROM run ORDER BY run.id
