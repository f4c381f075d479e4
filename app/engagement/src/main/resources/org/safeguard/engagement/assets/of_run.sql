SELECT * FROM asset WHERE run = ? ORDER BY position
