SELECT snapshot.* FROM run_snapshot JOIN snapshot ON snapshot.id = run_snapshot.snapshot
WHERE run_snapshot.run = ? ORDER BY run_snapshot.position
