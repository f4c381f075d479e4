SELECT * FROM journal ORDER BY sequence
