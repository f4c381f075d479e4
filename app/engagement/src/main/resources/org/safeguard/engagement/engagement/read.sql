SELECT * FROM engagement WHERE id = 1
