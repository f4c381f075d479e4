SELECT entry FROM pack_entry WHERE pack = ? ORDER BY position
