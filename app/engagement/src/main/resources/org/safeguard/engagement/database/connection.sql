-- What every connection needs, and the only place for it.
PRAGMA trusted_schema = OFF;      -- the file may come from a stranger
PRAGMA cell_size_check = ON;      -- notice damage early
PRAGMA foreign_keys = ON;
PRAGMA journal_mode = WAL;        -- readers never wait for a save
PRAGMA synchronous = FULL;        -- a commit survives a power cut
PRAGMA fullfsync = ON;            -- on macOS too
PRAGMA checkpoint_fullfsync = ON;
PRAGMA temp_store = MEMORY;       -- client data stays in the file
PRAGMA cache_size = -32768;       -- 32 MiB
