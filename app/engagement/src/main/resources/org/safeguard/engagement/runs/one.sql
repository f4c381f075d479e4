SELECT * FROM run WHERE id = ?
