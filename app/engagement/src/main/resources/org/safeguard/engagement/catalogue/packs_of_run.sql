SELECT pack.* FROM run_pack JOIN pack ON pack.id = run_pack.pack
WHERE run_pack.run = ? ORDER BY run_pack.position
