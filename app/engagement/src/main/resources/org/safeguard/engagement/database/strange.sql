-- What we never create, and a stranger could use to change what our statements do.
SELECT type, name FROM sqlite_schema
WHERE type IN ('trigger', 'view') OR sql LIKE 'CREATE VIRTUAL%'
