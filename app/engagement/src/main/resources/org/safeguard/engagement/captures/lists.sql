SELECT * FROM captured_list WHERE snapshot = ? ORDER BY position
