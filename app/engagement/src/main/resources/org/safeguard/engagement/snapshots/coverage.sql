SELECT api_group, kind, state, count, cause FROM coverage WHERE snapshot = ? ORDER BY position
