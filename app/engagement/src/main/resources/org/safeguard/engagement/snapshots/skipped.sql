SELECT file, line, kind, reason FROM skipped WHERE snapshot = ? ORDER BY position
