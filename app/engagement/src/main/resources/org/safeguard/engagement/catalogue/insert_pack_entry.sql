INSERT INTO pack_entry (pack, position, entry) VALUES (?, ?, ?)
